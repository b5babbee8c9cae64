"""Pack the one-dir bundle as a Debian package: dist/on-device-assistant_VERSION_ARCHITECTURE.deb.

It runs where the C library is at least as new as here.
"""

from __future__ import annotations

import gzip
import os
import platform
import shutil
import subprocess
import tempfile
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from assistant import __version__
from assistant.devices.places import APP, APP_ID

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
ICON = ROOT / "resources" / "icons" / "assistant.svg"
ICON_SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
DEPENDS = """
    libstdc++6 libgcc-s1 libgl1 libegl1 libxcb1 xkb-data libx11-data libfontconfig1 libfreetype6
    libwayland-client0 libwayland-cursor0 libportaudio2 libasound2-plugins|pipewire-alsa ca-certificates
""".split()
"""What the bundle takes from the system; the smoke test installs it where there is nothing else."""


def lay_out(bundle: Path, tree: Path) -> None:
    """Put everything at its place below `tree`."""
    shutil.copytree(bundle, tree / "usr/lib" / APP, symlinks=True)
    command = tree / "usr/bin" / APP
    command.parent.mkdir(parents=True)
    command.symlink_to(f"../lib/{APP}/assistant")
    described = ROOT / "resources" / "desktop"
    for name, place in ((f"{APP_ID}.desktop", "applications"), (f"{APP_ID}.metainfo.xml", "metainfo")):
        (tree / "usr/share" / place).mkdir(parents=True)
        shutil.copy(described / name, tree / "usr/share" / place / name)
    draw(tree / "usr/share/icons/hicolor")
    papers = tree / "usr/share/doc" / APP
    papers.mkdir(parents=True)
    (tree / "usr/lib" / APP / "licences.txt").rename(papers / "copyright")
    news = (ROOT / "CHANGELOG.md").read_bytes()
    (papers / "changelog.gz").write_bytes(gzip.compress(news, mtime=0))


def draw(folder: Path) -> None:
    """Draw the application's icon in every size below a theme's folder."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    application = QGuiApplication.instance() or QGuiApplication([])
    renderer = QSvgRenderer(str(ICON))
    for size in ICON_SIZES:
        image = QImage(size, size, QImage.Format.Format_ARGB32)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        renderer.render(painter)
        painter.end()
        place = folder / f"{size}x{size}" / "apps"
        place.mkdir(parents=True)
        if not image.save(str(place / f"{APP_ID}.png")):
            raise OSError(f"the icon of {size} pixels could not be written")
    del application
    scalable = folder / "scalable" / "apps"
    scalable.mkdir(parents=True)
    shutil.copy(ICON, scalable / f"{APP_ID}.svg")


def control(tree: Path) -> str:
    """Return the package's description of itself."""
    kilobytes = sum(file.lstat().st_size for file in tree.rglob("*") if file.is_file()) // 1024
    architecture = subprocess.run(
        ["dpkg", "--print-architecture"], capture_output=True, text=True, check=True
    ).stdout.strip()
    oldest = platform.libc_ver()[1]
    return (
        (HERE / "control")
        .read_text(encoding="utf-8")
        .format(
            version=__version__,
            architecture=architecture,
            kilobytes=kilobytes,
            depends=", ".join([f"libc6 (>= {oldest})", *(name.replace("|", " | ") for name in DEPENDS)]),
        )
    )


def build(bundle: Path, folder: Path = ROOT / "dist") -> Path:
    """Build the package into `folder` and return its place."""
    folder.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="deb-", dir=ROOT / "build") as place:
        tree = Path(place) / "tree"
        lay_out(bundle, tree)
        described = control(tree)
        scripts = tree / "DEBIAN"
        scripts.mkdir()
        (scripts / "control").write_text(described, encoding="utf-8")
        for name in ("postinst", "prerm"):
            shutil.copy(HERE / name, scripts / name)
            (scripts / name).chmod(0o755)
        for path in [tree, *tree.rglob("*")]:
            if not path.is_symlink():
                path.chmod(0o755 if path.is_dir() or path.stat().st_mode & 0o100 else 0o644)
        lines = dict(line.split(": ", 1) for line in described.splitlines() if ": " in line)
        package = folder / f"{APP}_{lines['Version']}_{lines['Architecture']}.deb"
        command = ["dpkg-deb", "--root-owner-group", "-Zxz", "-z6", "--build", str(tree), str(package)]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    print(f"· Built {package.relative_to(ROOT)}, {package.stat().st_size / 1e6:.1f} MB.")
    return package
