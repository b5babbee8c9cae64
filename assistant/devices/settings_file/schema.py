"""Settings that have moved: each step brings a file of an older version one number further.

A step changes what was read and never the file itself; that changes only when somebody changes a setting.
"""

from collections.abc import Callable

from assistant.devices.settings_file.taking import Table
from assistant.devices.settings_file.writing import SCHEMA

KEY = "schema"


def up_to_date(table: Table, problems: list[str]) -> Table:
    """Return `table` as this version would have written it; its own number is taken out."""
    written = table.pop(KEY, 0)
    number = written if isinstance(written, int) and not isinstance(written, bool) and written >= 0 else 0
    if number > SCHEMA:
        problems.append(
            f"The settings were written by a newer version (schema {number}); what is not known stays."
        )
    for step in STEPS[number:]:
        step(table)
    return table


def _several_hotkeys(table: Table) -> None:
    """1: `act.hotkey` became `act.hotkeys`."""
    act = table.get("act")
    if isinstance(act, dict) and "hotkey" in act:
        one = act.pop("hotkey")
        act.setdefault("hotkeys", [{"keys": one}])


STEPS: tuple[Callable[[Table], None], ...] = (_several_hotkeys,)
"""The first one is for files without a number."""
