"""What commands do about texts: type them, and change, select or repeat what was typed."""

from collections.abc import Callable
from functools import partial

from assistant.act.repair.repairer import Mended, Repairer
from assistant.act.repair.rewriting import cased, find_last, last_sentence, replaced
from assistant.engine.hands.mender import Mender
from assistant.values.action import InsertText, OfferCorrection, Outcome, Result, TakeBack, Window
from assistant.values.commands.deed import Builtin, TypeText
from assistant.values.commands.letters import spelt

NOWHERE = "Nothing here keeps account of texts."
NO_LETTERS = "No letters were heard."

Deed = Callable[[Repairer, Builtin, Window | None], Mended]


class TextDeeds:
    """Implements act.ports.Executor for TypeText, and BuiltinExecutor for the texts that were typed."""

    def __init__(self, active_window: Callable[[], Window | None]) -> None:
        """Begin without hands; `connect` comes before the first deed."""
        self._active_window = active_window
        self._mender: Mender | None = None
        self._of_texts: dict[str, Deed] = {
            "text.case": _case,
            "text.replace": _replace,
            "text.select": _select,
            "text.select_sentence": lambda repairer, _, window: repairer.mark(last_sentence, window),
            "text.again": lambda repairer, _, window: repairer.again(window),
            "text.readback": lambda repairer, _, __: repairer.recall(),
        }
        self.names = frozenset({*self._of_texts, "text.scratch", "text.correct", "text.spell"})

    def connect(self, mender: Mender) -> None:
        """Act through `mender`."""
        self._mender = mender

    def execute(self, deed: TypeText | Builtin, window: Window | None) -> Outcome:
        """Do it; hands only."""
        mender = self._mender
        if mender is None:
            return Outcome(Result.FAILED, NOWHERE)
        match deed:
            case TypeText(text):  # a line break was asked for by name, so it is confirmed
                return mender.type(InsertText(text, window, is_confirmed=True))
            case Builtin("text.spell"):
                word = spelt(str(deed.value("letters")))
                spelling = InsertText(word or "", window, is_confirmed=True)
                return mender.type(spelling) if word else Outcome(Result.FAILED, NO_LETTERS)
            case _:
                return self._mend(mender, deed, window or self._active_window())

    def _mend(self, mender: Mender, deed: Builtin, window: Window | None) -> Outcome:
        number = mender.heard.utterance
        match deed.name:
            case "text.scratch":
                return mender.mend(TakeBack(), number)
            case "text.correct":
                return mender.mend(OfferCorrection(), number)
            case name if mender.repairer is not None:
                return mender.finish(self._of_texts[name](mender.repairer, deed, window))
            case _:
                return Outcome(Result.FAILED, NOWHERE)


def _case(repairer: Repairer, deed: Builtin, window: Window | None) -> Mended:
    return repairer.change(partial(cased, style=str(deed.value("style"))), window)


def _replace(repairer: Repairer, deed: Builtin, window: Window | None) -> Mended:
    old, new = str(deed.value("old")), str(deed.value("new"))
    return repairer.change(partial(replaced, old=old, new=new), window)


def _select(repairer: Repairer, deed: Builtin, window: Window | None) -> Mended:
    return repairer.mark(partial(find_last, words=str(deed.value("phrase"))), window)
