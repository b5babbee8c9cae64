"""The overlay in each of its states; the buttons stand where they would."""

from functools import partial

from PySide6.QtWidgets import QWidget

from assistant.tray.desk import Desk
from assistant.tray.frame.wishes import Wishes
from assistant.tray.overlay.overlay import Overlay
from assistant.values.action import Execute, InsertText, KeepText, Outcome, Result, Step, Window
from assistant.values.audio import SpeechStarted, Trigger
from assistant.values.commands.deed import PressKeys
from assistant.values.event import ActionPerformed, Fault, LevelMeasured, TranscriptReady, Trouble
from assistant.values.transcript import Tag, Transcript

ENGLISH, CHINESE = "Could we meet on Thursday at ten?", "明天上午十点我们在会议室讨论这个方案"


def said(text: str, language: str, *, is_final: bool) -> TranscriptReady:
    tags = Tag(language, 0.98), Tag("NEUTRAL", 0.9)
    return TranscriptReady(Transcript(1, 0, 32000, text, *tags, (), is_final=is_final))


TAB = Step("tabs.close", PressKeys(("ctrl+w",)), titles=(("en", "close tab"), ("zh", "关闭标签")))

EVENTS: dict[str, tuple[object, ...]] = {
    "hearing": (said("Could we meet on", "en", is_final=False), LevelMeasured(-24.0)),
    "typed": (
        said(ENGLISH, "en", is_final=True),
        ActionPerformed(
            1, InsertText(ENGLISH, None), Outcome(Result.DELIVERED, window=Window(1, "thunderbird"))
        ),
    ),
    "kept": (
        said(CHINESE, "zh", is_final=True),
        ActionPerformed(1, KeepText(CHINESE, "unsure"), Outcome(Result.KEPT)),
    ),
    "done": (
        said("close the tab", "en", is_final=True),
        ActionPerformed(1, Execute((TAB,)), Outcome(Result.DONE)),
    ),
    "trouble": (
        Trouble(
            Fault.MICROPHONE_SILENT,
            "Headset gives only silence: it is muted, unplugged or not permitted. "
            "Unmute it, or choose another one, in the sound settings.",
        ),
    ),
}


def overlay(name: str, desk: Desk) -> QWidget:
    made = Overlay(desk, Wishes(desk.settings_file))
    made.setParent(made.panel)  # lives as long as what is shown of it
    made.panel.destroyed.connect(made.buttons.deleteLater)
    for event in (SpeechStarted(1, 0, Trigger.PUSH_TO_TALK), *EVENTS[name]):
        made.follow(event)
    made._leaving.stop()  # it stays as long as it is looked at
    made.panel.setProperty("companion", made.buttons)
    return made.panel


SCENES = {f"overlay-{name}": partial(overlay, name) for name in EVENTS}
