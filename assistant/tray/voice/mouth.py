"""The voice of the operating system by way of QTextToSpeech, which lives on Qt's thread."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale, QObject, QTimer, Signal, Slot

from assistant.tray.voice.saying import Saying

if TYPE_CHECKING:  # of an extra that few install, and loaded when the first answer is to be spoken
    from PySide6.QtTextToSpeech import QTextToSpeech

MOCK = "mock"
"""Qt's own engine for tests: it says nothing and takes its time for it."""
BEGINS_WITHIN_MS = 10_000
"""Until then the voice has begun to speak, or it never will."""
FAILED = "The voice of this system does not speak. Name a program instead: voice under [consult]."


def qt_engines() -> tuple[str, ...]:
    """Return what Qt could speak with here; nothing where the extra `speech` is not installed.

    None is opened: whether that works is seen by who tries.
    """
    try:
        from PySide6.QtTextToSpeech import QTextToSpeech
    except ImportError:
        return ()
    return tuple(name for name in QTextToSpeech.availableEngines() if name != MOCK)


def open_speech(engine: str = "") -> "QTextToSpeech | None":
    """Return the engine of that name, or the one that Qt thinks best; None where none opens.

    On Qt's thread, beside an application: one that outlives the application takes it down.
    """
    if not engine and not qt_engines():
        return None
    from PySide6.QtTextToSpeech import QTextToSpeech

    speech = QTextToSpeech(engine) if engine else QTextToSpeech()
    is_wanted = speech.engine() == engine or (not engine and speech.engine() != MOCK)
    return speech if is_wanted and speech.state() != QTextToSpeech.State.Error else None


def name_of_qt_voice() -> str:
    """Return the name of the engine that Qt speaks with here; empty where it has none. On Qt's thread."""
    application = QCoreApplication.instance() or QCoreApplication([])
    speech = open_speech()
    name = "" if speech is None else speech.engine()
    del speech, application  # in this order
    return str(name)


class Mouth(QObject):
    """Says one text at a time. Make it on Qt's thread; emit its signals on any."""

    opened = Signal(object)
    """Somebody wants to speak the language of this Saying: it is finished once that is known."""
    wanted = Signal(object)
    """This Saying is to be said."""
    unwanted = Signal(object)
    """This Saying is to end now."""

    def __init__(self, engine: str = "") -> None:
        """Speak with the engine of that name; empty: with the one that Qt thinks best."""
        super().__init__()
        self._engine = engine
        self._speech: QTextToSpeech | None = None
        self._now: Saying | None = None
        self._has_begun = False
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(BEGINS_WITHIN_MS)
        self._late.timeout.connect(self._give_up)
        self.opened.connect(self._open)
        self.wanted.connect(self._say)
        self.unwanted.connect(self._stop)

    @Slot(object)
    def _open(self, asked: Saying) -> None:
        if self._speech is None:
            self._speech = open_speech(self._engine)
            self._begin()
        can_speak = self._speech is not None and (not asked.language or self._locale(asked.language))
        asked.finish("" if can_speak else FAILED)

    def _begin(self) -> None:
        application = QCoreApplication.instance()
        if self._speech is not None and application is not None:
            self._speech.stateChanged.connect(self._follow)
            application.aboutToQuit.connect(self._let_go)

    @Slot(object)
    def _say(self, saying: Saying) -> None:
        self._end()
        if saying.is_called_off or not saying.text.strip():
            saying.finish()
        elif self._speech is None:
            saying.finish(FAILED)
        else:
            locale = self._locale(saying.language) if saying.language else None
            if locale is not None and locale != self._speech.locale():
                self._speech.setLocale(locale)
            self._now, self._has_begun = saying, False
            self._late.start()
            self._speech.say(saying.text)

    def _locale(self, code: str) -> QLocale | None:
        """Return the locale to speak this language in; the user's own one where that fits."""
        language = QLocale(code).language()
        if self._speech is None or language == QLocale.Language.C:
            return None
        there = [each for each in self._speech.availableLocales() if each.language() == language]
        for own in (self._speech.locale(), QLocale.system()):
            if own in there:
                return own
        return there[0] if there else None

    @Slot(object)
    def _stop(self, saying: Saying) -> None:
        if saying is self._now:
            self._end()

    @Slot(object)
    def _follow(self, state: object) -> None:
        if self._speech is None:
            return
        states = self._speech.State
        if state == states.Speaking and self._now is None:  # it was stopped before it began
            self._speech.stop()
        elif state == states.Speaking:
            self._has_begun = True
            self._late.stop()
        elif state == states.Error:
            self._over(FAILED)
        elif state == states.Ready and self._has_begun:  # else of the one that was stopped before
            self._over()

    @Slot()
    def _give_up(self) -> None:
        if self._now is not None:
            self._now.finish(FAILED)
            self._end()

    def _end(self) -> None:
        if self._now is not None and self._speech is not None:
            self._speech.stop()
        self._over()

    def _over(self, problem: str = "") -> None:
        self._late.stop()
        now, self._now = self._now, None
        if now is not None:
            now.finish(problem)

    @Slot()
    def _let_go(self) -> None:
        self._end()
        self._speech = None
