"""The laws of the house, each with the name of the test that holds it."""

import ast
from collections.abc import Iterable, Iterator

from tests.house.floors import floor
from tests.house.tree import Module, imports, is_below

LAWS = {
    1: "chunking_never_changes_the_utterances",
    2: "threads_never_change_the_transcript",
    3: "a_transcript_keeps_everything_the_model_said",
    4: "no_two_commands_match_one_sentence",
    5: "text_is_typed_exactly_once_in_order_into_its_window",
    6: "no_word_the_user_said_is_in_any_log_record",
    7: "the_assistant_stops_within_two_seconds_from_any_state",
    8: "nothing_below_floor_two_knows_the_time_the_os_or_qt",
    9: "every_value_event_and_error_has_a_contract",
    10: "no_internet_socket_opens_unless_it_was_asked_for",
    11: "push_to_talk_is_on_disk_before_it_is_recognised",
}

WORLDLY = {
    *("time", "datetime", "sched", "threading", "asyncio", "signal"),
    *("os", "sys", "platform", "subprocess", "socket", "ctypes", "locale", "pwd"),
    *("PySide6", "PyQt6", "PyQt5", "shiboken6"),
}
"""What knows the time, the operating system or Qt."""


def worldly_imports(house: Iterable[Module]) -> Iterator[str]:
    """Yield a sentence for every import below floor 2 that knows the time, the system or Qt."""
    for module in house:
        here = floor(module.name)
        if here is None or here > 1:
            continue
        for line, target in imports(module):
            if any(is_below(target, name) for name in WORLDLY):
                yield f"{module.path}:{line}: {module.name} (floor {here}) imports {target}"


def named_tests(tree: Iterable[Module]) -> set[str]:
    """Return the names of all test functions, without `test_`."""
    return {
        node.name.removeprefix("test_")
        for module in tree
        for node in ast.walk(module.tree)
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
    }
