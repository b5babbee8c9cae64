"""A web page with one large text field, which sends what it holds at each change.

with PageServer(file) as page:
    ... open page.address in a browser; `file` holds what the field does
"""

from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Lock, Thread
from types import TracebackType
from typing import Self

PAGE = """<!doctype html><meta charset="utf-8"><title>{title}</title>
<textarea id="t" autofocus style="width:95%;height:90vh"></textarea><script>
const t = document.getElementById("t"); let n = 0;
const tell = () => fetch("/" + (n++), {{method: "POST", body: t.value, keepalive: false}});
t.addEventListener("input", tell); t.focus(); tell();
window.addEventListener("focus", () => t.focus());
</script>"""


class PageServer:
    """Serves the page on a free port of this machine."""

    def __init__(self, file: Path, title: str) -> None:
        """Write what the field holds into `file`, in one step each time."""
        page, lock, newest = PAGE.format(title=title).encode(), Lock(), [-1]

        class Answer(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                self.send_response(200)
                self.send_header("Content-Type", "text/html; charset=utf-8")
                self.end_headers()
                self.wfile.write(page)

            def do_POST(self) -> None:
                text = self.rfile.read(int(self.headers["Content-Length"] or 0))
                number = int(self.path.strip("/"))
                with lock:
                    if number > newest[0]:  # requests overtake each other
                        newest[0] = number
                        part = file.with_suffix(".part")
                        part.write_bytes(text)
                        part.replace(file)
                self.send_response(204)
                self.end_headers()

            def log_message(self, *_: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Answer)
        self._server.daemon_threads = True
        self._thread = Thread(target=self._server.serve_forever, daemon=True)
        self.address = f"http://127.0.0.1:{self._server.server_port}/"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join(5)
