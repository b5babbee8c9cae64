"""Slots are data: thirty hostile values, and not one becomes more than a value."""

import shlex

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.act.commands.filling import fill
from assistant.errors import UnsafeSlotError
from assistant.values.commands.deed import (
    Builtin,
    CallHttp,
    OpenApp,
    OpenUrl,
    PressKeys,
    RunHook,
    RunProgram,
    Slot,
    TypeText,
)
from assistant.values.commands.definition import Recipe, Verb

HOSTILE = (
    *("; rm -rf ~", "&& reboot", "| sh", "$(reboot)", "`reboot`", "--help", "-rf", " -rf", "—help", "\n-x"),
    *("/etc/passwd", "../../etc/passwd", "..", "~/secret", "C:\\Windows", "file:///etc/passwd", "a/b"),
    *(
        "javascript:alert(1)",
        "http://evil.example",
        "@evil.example",
        "?x=1&y=2#z",
        "%2e%2e%2f",
        "\x1b[2J",
        "\x00",
    ),
    *("\x1b[2J", "\x00", "a\u202eb", "\u200b", "{other}", "{{n}}", "'; drop table notes; --", "x" * 5000),
)
RUN = Recipe(Verb.RUN, ("backup", "{name}"))
URL = Recipe(Verb.OPEN_URL, ("https://example.org/find?q={name}",))


def _slot(value: str) -> tuple[Slot, ...]:
    return (Slot("name", value, is_free=True),)


def test_there_are_thirty_of_them() -> None:
    assert len(HOSTILE) >= 30


@pytest.mark.parametrize("value", HOSTILE)
def test_in_an_argument_it_is_one_argument_and_no_option_and_no_path(value: str) -> None:
    try:
        deed = fill(RUN, _slot(value))
    except UnsafeSlotError:
        return
    assert deed == RunProgram(("backup", value))
    assert not value.lstrip().startswith("-")
    assert not set("/\\\x00\n\x1b") & set(value)


@pytest.mark.parametrize("value", HOSTILE)
def test_in_an_address_it_stays_in_its_place(value: str) -> None:
    try:
        deed = fill(URL, _slot(value))
    except UnsafeSlotError:
        return
    assert isinstance(deed, OpenUrl)
    before, _, query = deed.url.partition("?q=")
    assert before == "https://example.org/find"
    assert not set(query) & set("/?#&@ :;'\"<>\\|`$\n")


@pytest.mark.parametrize("value", HOSTILE)
def test_in_text_it_is_text_without_control_characters(value: str) -> None:
    try:
        deed = fill(Recipe(Verb.TEXT, ("say {name}",)), _slot(value))
    except UnsafeSlotError:
        return
    assert deed == TypeText(f"say {value}")
    assert value.isprintable()


@pytest.mark.parametrize("value", HOSTILE)
def test_a_hook_gets_it_as_data_and_never_as_an_argument(value: str) -> None:
    recipe = Recipe(Verb.HOOK, ("hook", "--json"))
    try:
        deed = fill(recipe, _slot(value))
    except UnsafeSlotError:
        return
    assert isinstance(deed, RunHook)
    assert deed.argv == ("hook", "--json")


@pytest.mark.parametrize("value", HOSTILE)
def test_a_key_is_a_key_of_the_keyboard_or_nothing(value: str) -> None:
    with pytest.raises(UnsafeSlotError):
        fill(Recipe(Verb.KEYS, ("{name}",)), _slot(value))


@given(st.text(max_size=40))
def test_no_value_whatever_becomes_more_than_one_argument(value: str) -> None:
    try:
        deed = fill(RUN, _slot(value))
    except UnsafeSlotError:
        return
    assert isinstance(deed, RunProgram)
    assert len(shlex.split(shlex.join(deed.argv))) == 2


@given(st.text(max_size=40))
def test_no_value_whatever_changes_the_host(value: str) -> None:
    try:
        deed = fill(URL, _slot(value))
    except UnsafeSlotError:
        return
    assert isinstance(deed, OpenUrl)
    assert deed.url.startswith("https://example.org/find?q=")


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "file:///etc/passwd", "ftp://a.example", "no address"]
)
def test_even_a_list_holds_web_addresses_only(address: str) -> None:
    with pytest.raises(UnsafeSlotError):
        fill(Recipe(Verb.OPEN_URL, ("{name}",)), (Slot("name", address),))


def test_what_a_list_holds_goes_where_the_pack_wants_it() -> None:
    assert fill(Recipe(Verb.OPEN_URL, ("{name}",)), (Slot("name", "https://a.example/b"),)) == OpenUrl(
        "https://a.example/b"
    )
    assert fill(Recipe(Verb.RUN, ("tool", "{name}")), (Slot("name", "--safe"),)) == RunProgram(
        ("tool", "--safe")
    )
    assert fill(Recipe(Verb.OPEN_APP, ("{name}",)), (Slot("name", "firefox"),)) == OpenApp("firefox")


def test_keys_are_pressed_as_often_as_was_said_and_never_for_ever() -> None:
    recipe = Recipe(Verb.KEYS, ("ctrl+backspace",), (("times", "{n}"),))
    assert fill(recipe, (Slot("n", 3),)) == PressKeys(("ctrl+backspace",), 3)
    assert fill(recipe, (Slot("n", 10**9),)) == PressKeys(("ctrl+backspace",), 100)


def test_a_negative_number_is_no_argument() -> None:
    with pytest.raises(UnsafeSlotError):
        fill(RUN, (Slot("name", -1),))


def test_what_was_not_said_is_not_made_up() -> None:
    with pytest.raises(UnsafeSlotError, match="nothing was said"):
        fill(RUN, ())


def test_fixed_slots_come_after_what_was_said() -> None:
    recipe = Recipe(Verb.BUILTIN, ("window.snap",), (("side", "left"),))
    deed = fill(recipe, (Slot("n", 1),))
    assert deed == Builtin("window.snap", (Slot("n", 1), Slot("side", "left")))


def test_http_sends_slots_beside_the_address() -> None:
    recipe = Recipe(Verb.HTTP, ("http://127.0.0.1:8123/hook",), (("method", "PUT"),))
    slot = Slot("name", "x&y", is_free=True)
    assert fill(recipe, (slot,)) == CallHttp("http://127.0.0.1:8123/hook", "PUT", (slot,))
