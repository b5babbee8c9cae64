"""Mis-hearings by sound. The table is written by hand; real transcripts of the nano model come beside it."""

import pytest

from assistant.understand.router import Router
from assistant.values.commands.definition import CONFIRMED
from assistant.values.control import Job
from assistant.values.intent import Command, Commands, Confirm, Context
from tests.fakes.recognizer import transcript
from tests.support.commands import builtin_commands, builtin_router

ROUTER = builtin_router()
DEEDS = Command | Commands | Confirm

HEARD = (
    *(("scratch fat", "text.scratch"), ("scratched that", "text.scratch"), ("necks tap", None)),
    *(("open fire fax", "app.open"), ("launch the terminals", "app.open"), ("opn the terminal", "app.open")),
    *(("minimise window", "window.minimize"), ("maximise the window", "window.maximize")),
    *(("unde that", "edit.undo"), ("read that bag", "text.readback"), ("pays that again", "text.again")),
    *(
        ("bolt that", "format.bold"),
        ("italicise that", "format.italic"),
        ("under line that", "format.underline"),
    ),
    *(("new lime", "text.newline"), ("new paragraf", "text.newparagraph"), ("select awl", "select.all")),
    *(("scroll town", "page.scroll_down"), ("zoom inn", "page.zoom_in"), ("zoo mout", None)),
    *(("next sung", "media.next"), ("previous tap", "tabs.previous"), ("reload the paige", "page.reload")),
    *(("打开中端", "app.open"), ("截平", "screen.shot"), ("换航", "text.newline"), ("加醋", "format.bold")),
    *(
        ("锁平", "screen.lock"),
        ("下一手", "media.next"),
        ("全选择", None),
        ("剪贴", None),
        ("撤消", "edit.undo"),
    ),
    *(
        ("另起一断", "text.newparagraph"),
        ("静英", "volume.mute"),
        ("取消静英", "volume.unmute"),
        ("还行", None),
    ),
)
"""What was written, and the command that was meant; None: nothing may be done."""

ORDINARY = (
    "pause|yes|no|okay|thank you|see you later|that is all|what do you think|I like it|one moment|of course|"
    "the red one|stop mowing|close the kitchen windows|pause the timer in the kitchen|read this|next door|"
    "turn on the lights|play with the dog|copy cat|the cut was deep|undoing the damage|send it tomorrow|"
    "我觉得可以|明天见|好的|没关系|谢谢你|他在家|我们走吧|不知道|吃饭了吗|太好了|中国|截止|加油|下雨了"
).split("|")
"""Said in command mode, and no command of ours."""


@pytest.mark.parametrize(("heard", "name"), HEARD)
def test_what_sounds_alike_is_taken_for_it_and_shown_as_a_correction(heard: str, name: str | None) -> None:
    intent = ROUTER.route(transcript(1, heard), Context(Job.COMMAND))
    if name is None:
        assert not isinstance(intent, DEEDS)
    else:
        assert isinstance(intent, Command), intent
        assert (intent.name, intent.said) == (name, heard)
        assert intent.taken_for


@pytest.mark.parametrize("heard", ORDINARY)
def test_ordinary_words_are_no_command(heard: str) -> None:
    assert not isinstance(
        ROUTER.route(transcript(1, heard), Context(Job.COMMAND)), Command | Commands | Confirm
    )


@pytest.mark.parametrize(("heard", "name"), [each for each in HEARD if each[1]])
def test_by_sound_nothing_is_recognised_between_dictated_text(heard: str, name: str) -> None:
    intent = ROUTER.route(transcript(1, heard), Context(Job.DICTATE))
    assert not isinstance(intent, DEEDS)


@pytest.mark.parametrize(
    "heard", ["clothes window", "close windows", "shut dawn the computer", "关闭床口", "官机"]
)
def test_by_sound_nothing_dangerous_is_ever_reached(heard: str) -> None:
    intent = ROUTER.route(transcript(1, heard), Context(Job.COMMAND))
    if isinstance(intent, Command):
        definition = builtin_commands().find(intent.name)
        assert definition is not None
        assert definition.danger < CONFIRMED
    assert not isinstance(intent, Confirm)


def test_what_is_near_is_suggested_and_not_done() -> None:
    intent = ROUTER.route(transcript(1, "close the kitchen windows"), Context(Job.COMMAND))
    assert getattr(intent, "phrases", ())


def test_sound_can_be_switched_off() -> None:
    from assistant.values.settings import CommandSettings

    router: Router = builtin_router(CommandSettings(by_sound=False))
    assert not isinstance(router.route(transcript(1, "scratch fat"), Context(Job.COMMAND)), Command)
