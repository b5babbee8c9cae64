"""A web page with one large text field, which sends what it holds at each change.

with PageServer(file) as page:
    ... open page.address in a browser; `file` holds what the field does
"""

from pathlib import Path
from threading import Lock

from tests.support.local_server import LocalServer, QuietRequest

PAGE = """<!doctype html><meta charset="utf-8"><title>{title}</title>
<textarea id="t" autofocus style="width:95%;height:90vh"></textarea><script>
const t = document.getElementById("t"); let n = 0;
const tell = () => fetch("/" + (n++), {{method: "POST", body: t.value, keepalive: false}});
t.addEventListener("input", tell); t.focus(); tell();
window.addEventListener("focus", () => t.focus());
</script>"""


class PageServer(LocalServer):
    """Serves the page on a free port of this machine."""

    def __init__(self, file: Path, title: str) -> None:
        """Write what the field holds into `file`, in one step each time."""
        page, lock, newest = PAGE.format(title=title).encode(), Lock(), [-1]

        class Answer(QuietRequest):
            def answer(self, body: bytes) -> None:
                if self.command == "GET":
                    self.head(200, kind="text/html; charset=utf-8")
                    self.wfile.write(page)
                    return
                number = int(self.path.strip("/"))
                with lock:
                    if number > newest[0]:  # requests overtake each other
                        newest[0] = number
                        part = file.with_suffix(".part")
                        part.write_bytes(body)
                        part.replace(file)
                self.head(204)

        super().__init__(Answer)
        self.address = f"{self.url}/"
