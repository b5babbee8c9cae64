"""The user's rules, replacements and snippets: plain files, read again when they have changed."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Lock
from typing import TypeVar

from assistant.devices.glossary.lines import BadLineError, numbered, rule, wording, written
from assistant.devices.places import places, private_folder
from assistant.values.glossary import Glossary

RULES, REPLACEMENTS, SNIPPETS = "rules.txt", "replacements.txt", "snippets.txt"

HEADS = {
    RULES: "# Rules: /regular expression/ => text, from top to bottom.\n",
    REPLACEMENTS: "# Replacements: what is heard => what is written, wherever it stands.\n",
    SNIPPETS: "# Snippets: what is said alone => what is written, with {date}, {time}, {clipboard}.\n",
}
Read = TypeVar("Read")
Stamp = tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class _Seen:
    """What a file was when it was last read."""

    stamp: Stamp
    items: tuple[object, ...]


class GlossaryFiles:
    """Gives the glossary as the files say at this moment. A look costs one question a file."""

    def __init__(self, folder: Path | None = None, report: Callable[[str], None] = lambda _: None) -> None:
        """Take the files in `folder`; None is the user's own. None of them has to exist."""
        self.folder = folder or places().config
        self.report = report
        """Is told what is wrong with a line, once each time a file has changed."""
        self._lock = Lock()
        self._seen: dict[str, _Seen] = {}
        self._glossary = Glossary()

    def __call__(self) -> Glossary:
        """Return the glossary; of a file that cannot be read the last good lines."""
        with self._lock:
            changed = [
                self._look(RULES, rule),
                self._look(REPLACEMENTS, wording),
                self._look(SNIPPETS, wording),
            ]
            if any(changed):
                items = (self._seen[name].items for name in (RULES, REPLACEMENTS, SNIPPETS))
                rules, replacements, snippets = items
                self._glossary = replace(
                    Glossary(),
                    rules=rules,  # type: ignore[arg-type]  # what `_look` was told to read
                    replacements=replacements,  # type: ignore[arg-type]  # likewise
                    snippets=snippets,  # type: ignore[arg-type]  # likewise
                )
            return self._glossary

    def remember(self, before: str, after: str) -> None:
        """Write `after` from now on where `before` was heard. Raises OSError."""
        self.add(REPLACEMENTS, written(before, after))

    def add(self, name: str, line: str) -> None:
        """Append a line to one of the files, made where it is missing. Raises OSError."""
        private_folder(self.folder)
        path = self.folder / name
        with suppress(FileNotFoundError):
            if line.strip() in (each.strip() for each in path.read_text(encoding="utf-8").splitlines()):
                return
        with path.open("a", encoding="utf-8", newline="\n") as file:
            if not file.tell():
                file.write(HEADS.get(name, ""))
            elif not path.read_bytes().endswith(b"\n"):
                file.write("\n")
            file.write(line)

    def _look(self, name: str, read: Callable[[str], Read]) -> bool:
        """Read a file again where it has changed; return whether it had."""
        path, before = self.folder / name, self._seen.get(name)
        stamp = _stamp(path)
        if before is not None and before.stamp == stamp:
            return False
        items: tuple[object, ...] = before.items if before else ()
        try:
            items = self._items(path, read) if stamp else ()
        except (OSError, UnicodeDecodeError) as error:
            self.report(f"{name} can't be read ({type(error).__name__}); what was read before is used.")
        self._seen[name] = _Seen(stamp, items)
        return True

    def _items(self, path: Path, read: Callable[[str], Read]) -> tuple[Read, ...]:
        items = []
        for number, line in numbered(path.read_text(encoding="utf-8")):
            try:
                items.append(read(line))
            except BadLineError as error:
                self.report(f"{path.name}, line {number}: {error}. The line is left out.")
        return tuple(items)


def _stamp(path: Path) -> Stamp:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size
