"""How this very program is started again, whichever way it was installed."""

import sys
import sysconfig
from pathlib import Path


def itself() -> tuple[str, ...]:
    """Return the command line, without arguments, of another process of this program."""
    if getattr(sys, "frozen", False):
        return (sys.executable,)
    return (sys.executable, "-m", "assistant")


def launcher() -> tuple[str, ...]:
    """Return the command line that a desktop may keep, and run later and from anywhere."""
    if getattr(sys, "frozen", False):
        return (sys.executable,)
    without_console = Path(sys.executable).with_name("pythonw.exe")
    if without_console.is_file():
        return (str(without_console), "-m", "assistant")
    script = Path(sysconfig.get_path("scripts")) / "assistant"
    return (str(script),) if script.is_file() else itself()
