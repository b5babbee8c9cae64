"""Print the table; exit code 1 where a row shows nothing."""

import argparse
import sys
from collections.abc import Iterator
from time import monotonic, sleep

from tests.journeys.commands import chords, consulting, services, spoken, texts, windows
from tests.journeys.commands.row import Row
from tests.journeys.commands.stage import Stage, missing, stage
from tests.support.commands import builtin_commands

ROWS: tuple[Row, ...] = (*texts.ROWS, *chords.ROWS, *windows.ROWS, *services.ROWS, *consulting.ROWS)
PATIENCE = 8.0
"""Seconds within which an effect has to show."""
ASKED = "yes, I am sure"


def without_row() -> set[str]:
    """Return the built-in commands that no row is about."""
    return {each.name for each in builtin_commands().definitions()} - {row.command for row in ROWS}


def play(where: Stage, language: str, only: str = "") -> Iterator[tuple[Row, str]]:
    """Say what each row says, and yield what is seen; empty where nothing is."""
    for row in ROWS:
        if row.command.startswith(only):
            yield row, _seen(where, row, language)


def _seen(where: Stage, row: Row, language: str) -> str:
    try:
        look = row.see(where)
        if not row.alone:
            where.say(row.said(language))
            for then in row.then:
                _confirm(where, then[language == "zh"], is_asked=row.command != "assistant.cancel")
        end = monotonic() + PATIENCE
        while not (found := look()) and monotonic() < end:
            sleep(0.05)
    except TimeoutError as error:
        return f"!{error}"
    return found


def _confirm(where: Stage, phrase: str, *, is_asked: bool) -> None:
    """Answer a question once it has been asked."""
    before = where.told().count(ASKED)
    end = monotonic() + PATIENCE
    while is_asked and not where.told().splitlines()[-1:][0].count(ASKED) and monotonic() < end:
        sleep(0.02)
    assert before >= 0
    where.say(phrase)
    sleep(0.3)


def main() -> int:
    """Play all rows."""
    parser = argparse.ArgumentParser(prog="python -m tests.journeys.commands", description=__doc__)
    parser.add_argument("what", nargs="?", choices=("table", "audio"), default="table")
    parser.add_argument("--lang", choices=("en", "zh"), default="en")
    parser.add_argument("--only", default="", metavar="BEGINNING", help="commands whose id begins so")
    options = parser.parse_args()
    if reason := missing():
        sys.stdout.write(f"{reason}\n")
        return 2
    if options.what == "audio":
        return _aloud()
    failed = 0
    with stage() as where:
        for row, seen in play(where, options.lang, options.only):
            is_seen = bool(seen) and not seen.startswith("!")
            failed += not is_seen
            line = f"{row.command:24} {row.said(options.lang)!r:46} {seen if is_seen else 'NOT SEEN ' + seen}"
            sys.stdout.write(line + "\n")
            sys.stdout.flush()
    rest = without_row()
    sys.stdout.write(f"{failed} rows not seen; commands without a row: {', '.join(sorted(rest)) or 'none'}\n")
    return 1 if failed or rest else 0


def _aloud() -> int:
    right = 0
    with stage() as where:
        for row, voice, seen in spoken.speak(ROWS, where):
            right += bool(seen)
            name = f"{voice.engine} {voice.name}"
            sys.stdout.write(f"{row.command:20} {row.en!r:32} {name:26} {seen or 'NOT SEEN'}\n")
            sys.stdout.flush()
    sys.stdout.write(f"{right} of {len(spoken.NAMES)} did what was said\n")
    return 0 if right >= spoken.LEAST_RIGHT else 1


if __name__ == "__main__":
    sys.exit(main())
