"""Draws every window and state: light and dark, English and Chinese, at 100 % and 200 %. Look at them.

usage: python -m tests.support.windows.shots FOLDER [--only NAME ...] [--variants light-en-1 dark-zh_CN-2 ...]

Starts an X server of its own. Scenes are registered as `tests/support/windows/scenes.py` says.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from itertools import product
from pathlib import Path

import numpy as np
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from assistant.devices.settings_file import SettingsFile
from assistant.tray.desk import About, Desk
from assistant.tray.looks.language import Speech
from assistant.tray.looks.theme import theme
from tests.support.windows.scenes import Scene, scenes

VARIANTS = [
    f"{look}-{code}-{scale}" for scale, look, code in product("12", ("light", "dark"), ("en", "zh_CN"))
]
SCREEN = "2600x2000x24"
SETTLE_MS = 120
MARGIN = 16


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--only", nargs="*", default=[])
    parser.add_argument("--variants", nargs="*", default=VARIANTS)
    options = parser.parse_args(arguments)
    options.folder.mkdir(parents=True, exist_ok=True)
    if "QT_SCALE_FACTOR" in os.environ:
        draw(options.folder, options.only, options.variants)
        return 0
    with tempfile.TemporaryDirectory(prefix="shots-") as home:
        reader, writer = os.pipe()
        server = ["Xvfb", "-displayfd", str(writer), "-screen", "0", SCREEN, "-nolisten", "tcp"]
        with subprocess.Popen(server, pass_fds=[writer], stderr=subprocess.DEVNULL) as x_server:
            os.close(writer)
            with os.fdopen(reader) as number:
                display = f":{number.readline().strip()}"
            try:
                return max(_child(arguments, options.variants, scale, (display, home)) for scale in "12")
            finally:
                x_server.terminate()


def _child(arguments: list[str], variants: list[str], scale: str, place: tuple[str, str]) -> int:
    chosen = [variant for variant in variants if variant.endswith(scale)]
    if not chosen:
        return 0
    display, home = place
    own = {"DISPLAY": display, "ASSISTANT_HOME": home, "QT_SCALE_FACTOR": scale, "QT_QPA_PLATFORM": "xcb"}
    kept = arguments[: arguments.index("--variants")] if "--variants" in arguments else arguments
    command = [sys.executable, "-m", "tests.support.windows.shots", *kept, "--variants", *chosen]
    return subprocess.run(command, env={**os.environ, **own}, check=False).returncode


def draw(folder: Path, only: list[str], variants: list[str]) -> None:
    application = QApplication([])
    application.setQuitOnLastWindowClosed(False)
    speech = Speech(application)
    for variant in variants:
        look, code, scale = variant.split("-")
        theme().use(look)
        speech.use(code)
        theme().speak(code)
        for name, scene in scenes().items():
            if not only or name in only:
                picture = shot(scene)
                file = folder / f"{name}-{look}-{code}-{scale}.png"
                save(picture, file)
                print(file, f"{picture.width()}x{picture.height()}", f"{file.stat().st_size // 1024} KB")


def shot(scene: Scene) -> QImage:
    """Return the picture of a scene."""
    desk = Desk(
        lambda _control: None,
        settings_file=SettingsFile(),
        about=About("nano", is_demo=True),
        microphones=lambda: ["Headset", "Webcam"],
    )
    window = scene(desk)
    window.show()
    QTest.qWait(SETTLE_MS)
    picture = _on_screen(window) if is_overlay(window) else _on_paper(window)
    window.close()
    window.deleteLater()
    QTest.qWait(0)
    return picture


def save(picture: QImage, file: Path) -> None:
    """Write it in its own 256 most frequent colours: small, and no difference to be seen."""
    plain = picture.convertToFormat(QImage.Format.Format_RGB32)
    pixels = np.frombuffer(plain.constBits(), np.uint32)
    found, counts = np.unique(pixels, return_counts=True)
    table = [int(colour) for colour in found[np.argsort(-counts)][:256]]
    small = plain.convertToFormat(QImage.Format.Format_Indexed8, table)
    small.save(str(file), quality=0)  # packed as small as it gets


def is_overlay(window: QWidget) -> bool:
    """Tell whether it is one of several windows that make one picture."""
    return window.windowFlags() & Qt.WindowType.WindowType_Mask == Qt.WindowType.ToolTip


def _on_screen(window: QWidget) -> QImage:
    """Return what the screen shows there and a little around it."""
    shape = window.frameGeometry().adjusted(-MARGIN, -MARGIN, MARGIN, MARGIN)
    picture = window.screen().grabWindow(0, shape.x(), shape.y(), shape.width(), shape.height()).toImage()
    companion = window.property("companion")
    if isinstance(companion, QWidget):
        companion.hide()
    return picture


def _on_paper(window: QWidget) -> QImage:
    """Return it as it is, or on a desktop-like grey where it is see-through."""
    pixmap = window.grab()
    if not window.testAttribute(Qt.WidgetAttribute.WA_TranslucentBackground):
        return pixmap.toImage()
    image = QImage(QSize(pixmap.width(), pixmap.height()), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(pixmap.devicePixelRatio())
    image.fill(0xFF6B7A8C)
    painter = QPainter(image)
    painter.drawPixmap(0, 0, pixmap)
    painter.end()
    return image


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
