"""Histories of any size, quickly: what would take minutes line by line."""

import json
import sqlite3
from contextlib import closing
from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from pathlib import Path

from assistant.devices.history import SqliteHistory, Wanted
from assistant.devices.history.entry import COLUMNS
from assistant.values.action import Result
from assistant.values.transcript import Timings

TEXTS = (
    "Please send the notes of meeting {n} to everybody.",
    "今天天气很好，我们 {n} 点出发。",
    "The train leaves at nine, platform {n}.",
    "open the window {n}",
    "明天下午开会，记得带上第 {n} 份文件。",
)
APPS = ("gedit", "xterm", "firefox", "Code", "")
RESULTS = (Result.DELIVERED,) * 7 + (Result.KEPT, Result.ON_CLIPBOARD, Result.WRONG_WINDOW)
EMOTIONS = ("NEUTRAL", "HAPPY", "EMO_UNKNOWN", "SAD")


def fill(history: SqliteHistory, path: Path, count: int) -> None:
    """Put `count` lines into the file at `path`, some hundred a day, the newest of them of now."""
    history.count(Wanted())  # makes the file
    now = datetime.now(UTC)
    columns, places = ", ".join(COLUMNS), ", ".join("?" * len(COLUMNS))
    with closing(sqlite3.connect(path)) as database, database:
        database.executemany(
            f"INSERT INTO entry ({columns}) VALUES ({places})",
            (_row(number, now - timedelta(minutes=7) * (count - number)) for number in range(count)),
        )


def _row(number: int, at: datetime) -> tuple[object, ...]:
    text = TEXTS[number % len(TEXTS)].format(n=number)
    is_chinese = not text[0].isascii()
    result = RESULTS[number % len(RESULTS)]
    sounds = [["Speech", 0.8], ["BGM", 0.35 if number % 9 == 0 else 0.01]]
    return (
        at.isoformat(timespec="milliseconds"),
        text,
        text.lower().rstrip(".。"),
        "zh" if is_chinese else "en",
        0.97,
        EMOTIONS[number % len(EMOTIONS)],
        0.8,
        json.dumps(sounds),
        APPS[number % len(APPS)],
        "dictate",
        "unsure" if result is Result.KEPT else "",
        result.value,
        "clipboard" if result is Result.DELIVERED else "",
        0.061,
        "sense-voice-small",
        False,
        json.dumps(asdict(Timings(2.4, 0.004, 0.16, 0.006))),
    )
