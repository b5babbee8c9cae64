"""The first run, page by page, before and after what it is for."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from assistant.cli.commands.doctor import Finding, Health
from assistant.devices.store.progress import Progress, Step
from assistant.tray.desk import Desk
from assistant.tray.first_run.parts.fetch import Phase
from assistant.tray.first_run.wizard import FirstRun
from assistant.tray.looks.said import said
from assistant.values.action import InsertText, KeepText, Outcome, Result
from assistant.values.audio import SpeechStarted, Trigger
from assistant.values.event import ActionPerformed, LevelMeasured

WELL = (Finding("desktop", Health.GOOD, "x11"), Finding("microphone", Health.GOOD, "Headset (2 found)"))
ADVICE = (
    "no hotkey can be watched here; put into ~/.config/sway/config: "
    "`bindsym --no-repeat F9 exec assistant press` "
    "and `bindsym --release F9 exec assistant release`"
)


def _at(page: str, then: Callable[[FirstRun], None] = lambda _: None) -> Callable[[Desk], QWidget]:
    """Return a scene at a page; what this machine would say of itself is not in it."""

    def scene(desk: Desk) -> QWidget:
        window = FirstRun(desk)
        window._errands.close()
        window.show_page(page)
        then(window)
        return window

    return scene


def _heard(window: FirstRun) -> None:
    window.page.follow(LevelMeasured(-24.0))
    window.page.follow(LevelMeasured(-31.0))
    window.microphone.verdict.say("Good. This is what the assistant hears.", "good")


def _wrong(window: FirstRun) -> None:
    window.page.follow(LevelMeasured(-66.0))
    window.microphone._wonder()
    window.microphone.test.setEnabled(False)
    window.microphone._count()


def _pressed(window: FirstRun) -> None:
    window.key.checks._show(WELL)
    window.page.follow(SpeechStarted(1, 0, Trigger.PUSH_TO_TALK))


def _advised(window: FirstRun) -> None:
    window.key.checks._show((*WELL, Finding("desktop", Health.WEAK, ADVICE)))


def _fetching(window: FirstRun) -> None:
    window.model.accept_box.setChecked(True)
    window.fetch._turn(Phase.WORKING)
    window.fetch.progressed.emit(
        Progress(Step.DOWNLOADING, "model.int8.onnx", 61_000_000, 239_233_841, 4_200_000.0, 42.0)
    )


def _failed(window: FirstRun) -> None:
    window.model.accept_box.setChecked(True)
    window.fetch.message = said(
        "model.int8.onnx did not come: huggingface.co can't be found, or there is no network. Next: run the "
        "same command again to go on, name another --mirror, or import the files from a folder"
    )
    window.fetch._turn(Phase.FAILED)


def _arrived(window: FirstRun) -> None:
    window.trial.box.setPlainText("good afternoon")
    window.page.follow(ActionPerformed(1, InsertText("good afternoon", None), Outcome(Result.DELIVERED)))


def _unsure(window: FirstRun) -> None:
    window.page.follow(ActionPerformed(1, KeepText("good after noon", "unsure"), Outcome(Result.KEPT)))


SCENES: dict[str, Callable[[Desk], QWidget]] = {
    "first-run-microphone": _at("microphone", _heard),
    "first-run-wrong-microphone": _at("microphone", _wrong),
    "first-run-key": _at("key", _pressed),
    "first-run-key-wayland": _at("key", _advised),
    "first-run-model": _at("model"),
    "first-run-fetching": _at("model", _fetching),
    "first-run-failed": _at("model", _failed),
    "first-run-try": _at("try", _unsure),
    "first-run-done": _at("try", _arrived),
}
