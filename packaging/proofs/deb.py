"""The Debian package: installed into an empty Debian, tried there, and taken away again without a trace."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from proofs.program import Program
from proofs.tree import BareTree

from assistant.devices.places import APP, APP_ID

LARGEST_MB = 80
CHECKERS = (
    ("desktop-file-validate", (), "applications/{}.desktop"),
    ("appstreamcli", ("validate", "--no-net"), "metainfo/{}.metainfo.xml"),
)


def check_size(package: Path) -> None:
    """Exit where it is larger than a person should have to fetch."""
    size = package.stat().st_size / 1e6
    if size > LARGEST_MB:
        sys.exit(f"✗ {package.name} takes {size:.1f} MB; {LARGEST_MB} are allowed")
    print(f"· deb: {size:.1f} MB of {LARGEST_MB} that are allowed.")


@contextmanager
def installed(package: Path, folder: Path, home: Path) -> Iterator[Program]:
    """Install it while the body runs; exit where it leaves something behind afterwards."""
    tree = BareTree(folder)
    if tree.has("python3") or tree.has("Xorg"):
        sys.exit(f"✗ {tree.root} is not empty")
    tree.run("apt-get", "update", "-qq")
    handed = home / package.name
    shutil.copy(package, handed)
    needed = _install_needed(tree, handed)
    before = tree.files()
    tree.run("dpkg", "-i", str(handed))
    print(f"· deb: installed into an empty Debian, beside {needed} packages that it depends on.")
    if tree.has("python3"):
        sys.exit("✗ deb: it brought a Python along, so nothing is proven")
    _validate(tree)
    yield Program("deb", tree.command(f"/usr/bin/{APP}"), home, {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin"})
    if not tree.has("assistant"):
        sys.exit("✗ deb: there is no command `assistant`")
    tree.run("dpkg", "--purge", APP)
    left = tree.files() - before
    if left:
        sys.exit(f"✗ deb: after uninstalling {sorted(left)[:10]} are left")
    print("· deb: uninstalled, and no file is left.")


def _install_needed(tree: BareTree, package: Path) -> int:
    """Install what the package depends on and not itself; return how many packages those were."""
    count = int(tree.run("sh", "-c", "dpkg -l | grep -c ^ii"))
    tree.run("apt-get", "install", "-y", "-qq", "--no-install-recommends", str(package))
    tree.run("dpkg", "--purge", APP)
    return int(tree.run("sh", "-c", "dpkg -l | grep -c ^ii")) - count


def _validate(tree: BareTree) -> None:
    """Exit where the desktop file or the description would be refused, as far as the tools are here."""
    for tool, arguments, name in CHECKERS:
        file = tree.root / "usr/share" / name.format(APP_ID)
        if shutil.which(tool) is None:
            print(f"· deb: {tool} is not here, so {file.name} is not checked.")
            continue
        done = subprocess.run([tool, *arguments, str(file)], capture_output=True, text=True, check=False)
        if done.returncode:
            sys.exit(f"✗ {tool}: {done.stdout}{done.stderr}")
        print(f"· deb: {tool} has nothing to say against it.")
