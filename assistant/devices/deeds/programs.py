"""RunProgram and OpenUrl: both start a program with arguments that a pack or a list names."""

import shutil

from assistant.devices.deeds.starting import start
from assistant.values.action import Outcome, Result, Window
from assistant.values.commands.deed import OpenUrl, RunProgram

BROWSERS = ("xdg-open", "gio", "sensible-browser", "x-www-browser", "firefox", "chromium")
"""What shows an address on Linux, best first."""


class ProgramRunner:
    """Implements act.ports.Executor for RunProgram."""

    def execute(self, deed: RunProgram, window: Window | None) -> Outcome:  # noqa: ARG002 - the port's signature
        """Run it, and leave it to itself."""
        return start(deed.argv)


class AddressOpener:
    """Implements act.ports.Executor for OpenUrl."""

    @property
    def available(self) -> frozenset[str]:
        """Something where a browser can be found."""
        return frozenset(name for name in BROWSERS if shutil.which(name))

    def execute(self, deed: OpenUrl, window: Window | None) -> Outcome:  # noqa: ARG002 - the port's signature
        """Show the address in the browser that the user has chosen."""
        if not deed.url.startswith(("http://", "https://")):
            return Outcome(Result.FAILED, "Only addresses of the web are opened.", "browser")
        found = next((name for name in BROWSERS if shutil.which(name)), None)
        if found is None:
            return Outcome(
                Result.FAILED, "There is no browser here. Install xdg-utils and a browser.", "browser"
            )
        return start([found, *(["open"] if found == "gio" else []), deed.url])
