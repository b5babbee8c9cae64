"""Commands: how they are heard, and what a sentence would do here."""

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QLineEdit

from assistant.act.planner import Planner
from assistant.errors import AssistantError
from assistant.tray.commands.orders import Orders
from assistant.tray.errands import Errands
from assistant.tray.looks.pieces import button, card, heading, note, relook, verdict
from assistant.tray.looks.said import said
from assistant.tray.overlay.reasons import Reasons
from assistant.tray.settings.plain import PlainPage
from assistant.understand.router import Router
from assistant.values.action import AskFirst, Execute, InsertText
from assistant.values.control import Job, Mode
from assistant.values.intent import Command, Commands, Confirm, Context, Intent, Nothing, Suggest
from assistant.values.transcript import Tag, Transcript
from assistant.wiring import load_router

QUIET_MS = 300


class CommandsPage(PlainPage):
    """Tries sentences against the commands as they are now; nothing is done."""

    def begin(self) -> None:
        """Add the line to try."""
        self.errands = Errands()
        self._router: Router | None = None
        self._orders, self._reasons = Orders(self), Reasons(self)
        self.said = QLineEdit()
        self.said.setPlaceholderText(self.tr("open firefox and search for trains"))
        self.said.setAccessibleName(self.tr("Try it: what is said"))
        self.does = verdict("", "note")
        self.does.hide()
        about = note(self.tr("Which command a sentence is, and what would be done. Nothing is done here."))
        self.add(card(heading(self.tr("Try it")), about, self.said, self.does))
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(QUIET_MS)
        self._quiet.timeout.connect(self.try_it)
        self.said.textChanged.connect(lambda _text: self._quiet.start())
        self.choices.changed.connect(self._forget)
        if self.desk.has("commands"):
            browse = button(self.tr("What can I say…"))
            browse.clicked.connect(lambda: self.desk.open("commands"))
            self.add(browse)

    def close_page(self) -> None:
        """Look no more."""
        self.errands.close()

    @Slot()
    def try_it(self) -> None:
        """Say what stands in the line would do; the commands are read beside the window, once."""
        text = self.said.text().strip()
        self.does.setVisible(bool(text))
        if not text:
            return
        if self._router is None:
            settings = self.choices.settings
            self._say(self.tr("Reading the commands…"), "note")
            self.errands.run(lambda: load_router(settings), self._loaded, self._failed)
            return
        tag = Tag("EMO_UNKNOWN", 1.0)
        heard = Transcript(1, 0, 0, text, Tag("auto", 1.0), tag, (), model="text")
        intent = self._router.route(heard, Context(Job.COMMAND, None, Mode.PUSH_TO_TALK))
        self._tell(intent)

    def _tell(self, intent: Intent) -> None:
        assert self._router is not None  # noqa: S101 - for the type checker: try_it has looked
        planner = Planner(self.choices.settings.act, self._router.find)
        match intent:
            case Command() | Commands() | Confirm():
                action = planner.plan(intent, None)
                names = ", ".join(one.name for one in _parts(intent))
                match action:
                    case Execute(steps) | AskFirst(steps):
                        names, what = self._orders.names(steps), self._orders.details(steps)
                    case InsertText(text):
                        what = self.tr("types “{text}”").format(text=text)
                    case _:
                        what = ""
                asked = self.tr(" It asks first.") if isinstance(action, AskFirst) else ""
                self._say(f"✓ {names}\n{what}{asked}", "good")
            case Suggest(_, phrases) if phrases:
                near = self.tr("No command. Did you mean “{phrase}”?")
                self._say(near.format(phrase="”, “".join(phrases[:3])), "warning")
            case Nothing(why):
                self._say(self.tr("No command ({why}).").format(why=self._reasons.nothing(why)), "warning")
            case _:
                self._say(self.tr("No command; it would be a question to the language model."), "warning")

    def _loaded(self, router: Router) -> None:
        self._router = router
        self.try_it()

    def _failed(self, error: AssistantError | OSError) -> None:
        self._say(said(error), "bad")

    @Slot()
    def _forget(self) -> None:
        self._router = None

    def _say(self, text: str, look: str) -> None:
        self.does.setText(text)
        relook(self.does, look)


def _parts(intent: Command | Commands | Confirm) -> tuple[Command, ...]:
    match intent:
        case Command():
            return (intent,)
        case Commands(parts):
            return parts
        case Confirm(command):
            return (command,)
