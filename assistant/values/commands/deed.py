"""What a command can do to the desktop, as plain data. Nothing here is a line for a shell."""

from dataclasses import dataclass, field

from assistant.values.consult.hook import HookAsked

Plain = str | int | float
"""What a slot can hold."""


@dataclass(frozen=True, slots=True)
class Slot:
    """One thing that was named in a command: `n` in "tab {n}"."""

    name: str
    value: Plain = field(repr=False)
    is_free: bool = False
    """True for words that no list holds ("search for ..."): the user's, or whoever was heard."""


@dataclass(frozen=True, slots=True)
class PressKeys:
    """Press chords one after the other: `("ctrl+k", "ctrl+u")`."""

    chords: tuple[str, ...]
    """Each `modifier+...+key` in the names of `values/commands/keys.py`, lower case."""
    times: int = 1
    """How often all of it is pressed."""


@dataclass(frozen=True, slots=True)
class TypeText:
    """Put text at the caret."""

    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class OpenApp:
    """Start an application, or bring its window to the front where it runs."""

    app: str = field(repr=False)
    """The `out` of the list it was named from: the id of a desktop file, or a name of ours (`browser`)."""


@dataclass(frozen=True, slots=True)
class OpenUrl:
    """Show an address in the user's browser."""

    url: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class RunProgram:
    """Run a program: an argument vector, never a shell."""

    argv: tuple[str, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class CallHttp:
    """Ask a web address of the user's own, in JSON, and do what it answers."""

    url: str = field(repr=False)
    method: str = "POST"
    slots: tuple[Slot, ...] = ()
    asked: HookAsked = field(default_factory=HookAsked)


@dataclass(frozen=True, slots=True)
class RunHook:
    """Run a program that reads the slots as JSON and answers in JSON."""

    argv: tuple[str, ...] = field(repr=False)
    slots: tuple[Slot, ...] = ()
    asked: HookAsked = field(default_factory=HookAsked)


@dataclass(frozen=True, slots=True)
class CallPython:
    """Ask a function `package.module:function`, in a process of its own, and do what it returns."""

    entry: str
    slots: tuple[Slot, ...] = ()
    asked: HookAsked = field(default_factory=HookAsked)


@dataclass(frozen=True, slots=True)
class Builtin:
    """Do something the assistant itself knows how to: `timer.set`, `window.snap`."""

    name: str
    slots: tuple[Slot, ...] = ()
    language: str = ""
    """In which it was asked for, where that is known: an answer can be in the same."""

    def value(self, name: str, default: Plain = "") -> Plain:
        """Return what stands in a slot."""
        return next((slot.value for slot in self.slots if slot.name == name), default)


Deed = PressKeys | TypeText | OpenApp | OpenUrl | RunProgram | CallHttp | RunHook | CallPython | Builtin
