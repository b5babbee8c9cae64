"""An empty Debian in a folder: nothing but what debootstrap calls minbase. No Python, no X, no sound."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

SUITE = "bookworm"
LENT = """
    /etc/apt/sources.list /etc/apt/sources.list.d/debian.sources /etc/apt/apt.conf.d /etc/apt/auth.conf.d
    /etc/resolv.conf /etc/hosts /etc/ssl/certs /usr/local/share/ca-certificates
""".split()
"""How this machine reaches its packages; none of it is written anywhere else."""
NOT_THE_PROGRAMS = ("dev", "proc", "run", "sys", "tmp", "var/cache", "var/lib", "var/log", "etc", "root")
MOUNTS = """
mount --bind /tmp "$1/tmp" && mount -t proc proc "$1/proc" && mount --rbind /dev "$1/dev" && exec chroot "$@"
"""


class BareTree:
    """The folder, and how to run something in it."""

    def __init__(self, folder: Path) -> None:
        """Make it anew in `folder`, from an archive kept beside it. Needs root."""
        self.root = folder / "tree"
        archive = folder / "minbase.tar"
        if not archive.exists():
            _make(archive)
        shutil.rmtree(self.root, ignore_errors=True)
        self.root.mkdir(parents=True)
        subprocess.run(["tar", "-C", str(self.root), "-xf", str(archive)], check=True)
        for lent in map(Path, LENT):
            place = self.root / lent.relative_to("/")
            if lent.is_dir():
                shutil.copytree(lent, place, symlinks=True, dirs_exist_ok=True)
            elif lent.exists():
                place.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(lent, place)

    def command(self, *inside: str) -> tuple[str, ...]:
        """Return what runs `inside` in the tree, with /tmp and devices of this machine; one process."""
        alone = ("unshare", "--mount", "--propagation", "private")
        return (*alone, "sh", "-c", MOUNTS, "sh", str(self.root), *inside)

    def run(self, *inside: str) -> str:
        """Run it as root and return what it printed. Exits where it failed."""
        wanted = {name: value for name, value in os.environ.items() if name.lower().endswith("_proxy")}
        environment = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "DEBIAN_FRONTEND": "noninteractive", **wanted}
        done = subprocess.run(
            self.command(*inside), env=environment, capture_output=True, text=True, check=False
        )
        if done.returncode:
            sys.exit(f"✗ In the bare tree, {' '.join(inside)}:\n{done.stdout[-2000:]}\n{done.stderr[-2000:]}")
        return done.stdout

    def has(self, program: str) -> bool:
        """Tell whether there is such a program."""
        return any((self.root / folder / program).exists() for folder in ("usr/bin", "usr/local/bin", "bin"))

    def files(self) -> set[str]:
        """Return every file that a program may have brought."""
        found = set()
        for folder, names, files in os.walk(self.root):
            here = Path(folder).relative_to(self.root)
            names[:] = [name for name in names if str(here / name) not in NOT_THE_PROGRAMS]
            found |= {str(here / name) for name in files}
        return found


def _make(archive: Path) -> None:
    """Make an empty Debian and keep it; MIRROR names a mirror where the usual one can't be reached."""
    base = archive.parent / "minbase"
    base.parent.mkdir(parents=True, exist_ok=True)
    shutil.rmtree(base, ignore_errors=True)
    command = ["debootstrap", "--variant=minbase", SUITE, str(base)]
    command += [os.environ["MIRROR"]] if "MIRROR" in os.environ else []
    print("· Making an empty Debian; the first time this takes a minute.", flush=True)
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"✗ debootstrap failed:\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
    subprocess.run(["tar", "-C", str(base), "-cf", str(archive), "."], check=True)
    shutil.rmtree(base)
