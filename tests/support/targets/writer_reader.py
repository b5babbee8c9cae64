"""Opens a document of LibreOffice Writer and writes what it holds into a file whenever that has changed.

Usage, with the Python that has `uno` (Debian: python3-uno): writer_reader.py FILE TITLE PIPE
"""

import sys
import time
from pathlib import Path

import uno  # type: ignore[import-not-found]  # comes with the Python of the office


def main(file: Path, title: str, pipe: str) -> None:
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    place = f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext"
    context = None
    while context is None:
        try:
            context = resolver.resolve(place)
        except uno.getClass("com.sun.star.connection.NoConnectException"):
            time.sleep(0.2)  # the office is not up yet
    desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    document = desktop.loadComponentFromURL("private:factory/swriter", "_blank", 0, ())
    document.getCurrentController().getFrame().setPropertyValue("Title", title)
    held = None
    while True:
        text = document.Text.String
        if text != held:
            part = file.with_suffix(".part")
            part.write_bytes(text.replace("\r\n", "\n").encode())
            part.replace(file)
            held = text
        time.sleep(0.02)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], sys.argv[3])
