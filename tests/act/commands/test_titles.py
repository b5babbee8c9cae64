"""What commands are called: the packs' own words, in each language, with nothing of what was said."""

import pytest

from assistant.act.commands.steps import detail, step
from assistant.act.commands.titles import titles
from assistant.values.commands.deed import Slot
from assistant.values.commands.definition import Definition, Phrasing, Place, Recipe, Verb
from assistant.values.intent import Command

WORDS = Slot("name", "firefox"), Slot("percent", 40), Slot("amount", 5), Slot("unit", 60)


def definition(*templates: str, chinese: tuple[str, ...] = ()) -> Definition:
    phrasings = (Phrasing("en", templates), *([Phrasing("zh", chinese)] if chinese else []))
    return Definition("volume.set", phrasings, Recipe(Verb.BUILTIN, ("volume.set",)), Place("volume.toml", 3))


@pytest.mark.parametrize(
    ("template", "title"),
    [
        ("close tab", "close tab"),
        ("set [the] volume to {percent} [percent]", "set volume to …"),
        ("(turn|make) [the (sound|music)] louder", "turn louder"),
        ("set a timer for {amount} {unit}", "set a timer for …"),
        ("[remind me] {amount:n} {unit} later", "… later"),
        ("音量调到{percent}", "音量调到…"),
        ("close {name}", "close firefox"),
        ("close {app:name} now", "close firefox now"),
        ("关闭{name}", "关闭 firefox"),
        ("close {name}s and {others}", "close firefoxs and …"),
    ],
)
def test_the_first_template_is_the_title(template: str, title: str) -> None:
    assert titles(definition(template, "something else"), WORDS) == (("en", title),)


def test_what_a_rule_stands_in_is_passed_over() -> None:
    assert titles(definition("<politely> close tab", "close this tab"), ()) == (("en", "close this tab"),)
    assert titles(definition("<politely> close tab"), ()) == ()


def test_a_step_knows_its_titles_and_falls_back_to_its_id() -> None:
    slot = Slot("percent", 40)
    made = step(
        Command("volume.set", (slot,)), definition("volume {percent}", chinese=("音量调到{percent}",))
    )
    assert (made.title("en"), made.title("zh"), made.title("ko")) == ("volume …", "音量调到…", "volume …")
    assert detail(made) == "percent=40"
    assert step(Command("volume.set"), definition("<rule>")).title("en") == "volume.set"
