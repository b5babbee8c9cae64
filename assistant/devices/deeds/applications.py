"""The applications of the system, from its desktop files, with the names people say.

The format is the Desktop Entry Specification's (freedesktop.org).
"""

import os
import re
import shlex
import shutil
from collections import Counter
from collections.abc import Iterator, Mapping
from configparser import ConfigParser, Error
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock

from assistant.values.commands.definition import Choice, Filling, SlotList

LANGUAGES = {"en": ("en", "en_US", "en_GB", ""), "zh": ("zh_CN", "zh", "zh_TW", "zh_HK")}
"""Spoken language -> locales of names, best first; the last of English is the name without a locale."""
ROLES = {
    "browser": ("WebBrowser",),
    "terminal": ("TerminalEmulator",),
    "editor": ("TextEditor",),
    "files": ("FileManager",),
    "mail": ("Email",),
    "music": ("Audio", "Player"),
    "calculator": ("Calculator",),
    "calendar": ("Calendar",),
    "settings": ("Settings", "DesktopSettings"),
}
"""Names of ours for what any system has one of -> categories of the specification."""
_FIELD = re.compile(r"%[a-zA-Z]")
_SECTION = "Desktop Entry"


@dataclass(frozen=True, slots=True)
class Application:
    """One application that can be started."""

    name: str
    """Id of its desktop file, without the ending."""
    argv: tuple[str, ...]
    titles: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Spoken language -> what it is called."""
    categories: frozenset[str] = frozenset()
    classes: frozenset[str] = frozenset()
    """WM_CLASS names its windows may have, lower case."""


class _Entries(ConfigParser):
    """Keys of desktop files are case-sensitive."""

    def optionxform(self, optionstr: str) -> str:
        return optionstr


def folders() -> tuple[Path, ...]:
    """Return where desktop files are, the user's own first."""
    home = os.environ.get("XDG_DATA_HOME") or str(Path.home() / ".local" / "share")
    system = os.environ.get("XDG_DATA_DIRS") or "/usr/local/share:/usr/share"
    return tuple(Path(each) / "applications" for each in (home, *system.split(":")) if each)


def installed(places: tuple[Path, ...] | None = None) -> tuple[Application, ...]:
    """Return every application there is a desktop file of and a program for; the first of an id counts."""
    found: dict[str, Application | None] = {}
    for folder in places if places is not None else folders():
        for path in sorted(folder.rglob("*.desktop")):
            name = "-".join(path.relative_to(folder).with_suffix("").parts)
            if name not in found:
                found[name] = _read(path, name)
    return tuple(each for each in found.values() if each is not None)


class Installed:
    """Remembers the applications of this system until one comes or goes. Callable from any thread."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._known: tuple[Application, ...] = ()
        self._stamp: object = None

    def __call__(self) -> tuple[Application, ...]:
        """Return them as they are now; a look at the folders is all it takes where nothing has changed."""
        with self._lock:
            stamp = self.stamp()
            if stamp != self._stamp:
                self._known, self._stamp = installed(), stamp
            return self._known

    def stamp(self) -> tuple[tuple[Path, int], ...]:
        """Return what changes when an application is installed or taken away."""
        return tuple((folder, folder.stat().st_mtime_ns) for folder in folders() if folder.is_dir())


def slot_list(applications: tuple[Application, ...]) -> SlotList:
    """Return the names that can be said for them; what several are called ("terminal") names none of them."""
    called = Counter(title for each in applications for title in _all_titles(each))
    choices = []
    for each in applications:
        said = {
            language: tuple(title for title in titles if called[title.casefold()] == 1)
            for language, titles in each.titles.items()
        }
        choices.append(Choice(each.name, tuple((key, titles) for key, titles in said.items() if titles)))
    return SlotList("app", Filling.CHOICE, tuple(each for each in choices if each.said), is_extension=True)


def find(name: str, applications: tuple[Application, ...]) -> Application | None:
    """Return the application with this id, or the first that plays this role."""
    wanted = ROLES.get(name)
    by_id = next((each for each in applications if each.name.casefold() == name.casefold()), None)
    if by_id is not None or wanted is None:
        return by_id
    return next((each for each in applications if set(wanted) & each.categories), None)


def _all_titles(application: Application) -> set[str]:
    return {title.casefold() for titles in application.titles.values() for title in titles}


def _read(path: Path, name: str) -> Application | None:
    parser = _Entries(interpolation=None, strict=False, delimiters=("=",), comment_prefixes=("#",))
    try:
        parser.read_string(path.read_text(encoding="utf-8", errors="replace"))
        entry = parser[_SECTION]
    except (Error, KeyError, OSError):
        return None
    hidden = any(entry.get(key, "false").strip() == "true" for key in ("NoDisplay", "Hidden", "Terminal"))
    argv = tuple(_argv(entry.get("Exec", "")))
    if entry.get("Type", "").strip() != "Application" or hidden or not argv or shutil.which(argv[0]) is None:
        return None
    titles = {language: tuple(_titles(entry, locales)) for language, locales in LANGUAGES.items()}
    names = {argv[0].rsplit("/", 1)[-1], name, name.rsplit(".", 1)[-1], entry.get("StartupWMClass", "")}
    classes = frozenset(each.casefold() for each in names if each)
    categories = frozenset(filter(None, entry.get("Categories", "").split(";")))
    return Application(name, argv, {key: said for key, said in titles.items() if said}, categories, classes)


def _titles(entry: Mapping[str, str], locales: tuple[str, ...]) -> Iterator[str]:
    """Yield what it is called in one language: its name, and the kind of thing that it is."""
    seen: set[str] = set()
    for key in ("Name", "GenericName"):
        for locale in locales:
            title = entry.get(f"{key}[{locale}]" if locale else key, "").strip()
            said = re.sub(r"[^\w\s'+.-]", " ", title).strip()
            if said and said.casefold() not in seen and len(said.split()) <= 4:  # noqa: PLR2004 - nobody says more
                seen.add(said.casefold())
                yield said
                break


def _argv(command: str) -> Iterator[str]:
    try:
        parts = shlex.split(command)
    except ValueError:
        return
    for part in parts:
        if part == "%%":
            yield "%"
        elif not _FIELD.fullmatch(part):
            yield part
