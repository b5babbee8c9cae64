"""Dictations into one kind of window: every text exactly once, exactly as it was, and nowhere else."""

import os
import subprocess
import sys
from collections.abc import Mapping
from contextlib import closing
from dataclasses import replace
from time import sleep

from assistant.cli.reading import RecordingReader
from assistant.devices.desktop.printing import PrintingDesktop
from assistant.values.settings import RecognizeSettings, Settings
from tests.journeys.delivery.figures import Figures
from tests.journeys.delivery.surroundings import SETTINGS, Surroundings, spoken
from tests.support.running_assistant import RunningAssistant
from tests.support.targets.field import TextField

SAID = (
    "今天天气很好,我们去公园散步吧。“你好”，世界！",
    "Grüße, 你好 🙂👩🏽\u200d💻 — “quotes” 'single' `tick` \\ $HOME",
    "one\ttwo\n\tthree\n\nfour 四",
    ("The quick brown fox 敏捷的棕色狐狸跳过了懒狗。" * 60)[:2000],
    "日本語と한국어, emoji 🎉👍🏽🇩🇪 and an e\u0301 of two characters",
    "plain words, nothing else",
)
"""Texts that no small model knows, delivered by `assistant say`."""
AFTER = 0.05


def dictate(around: Surroundings, kind: str, count: int) -> Figures:
    """Dictate `count` utterances into a window: by turns a recording, and a text by `assistant say`."""
    figures = Figures(f"{kind}: exactly once, exact text, right window")
    recorded = spoken(count // 2)
    misheard = 0
    bystander = "xterm" if kind != "xterm" else "qt"
    with (
        TextField(bystander, around.screen) as other,
        TextField(kind, around.screen) as field,
        RunningAssistant(around.home, around.environment, settings=SETTINGS) as assistant,
        closing(_reader()) as reader,
    ):
        field.focus()
        for number in range(count):
            field.mark()
            if number % 2 and number // 2 < len(recorded):
                text, samples = recorded[number // 2]
                with around.screen.holding("Control_R"):
                    around.sound.play(samples)
                assistant.wait_for_delivery(number // 2 + 1)
            else:
                text = SAID[number // 2 % len(SAID)]
                say({**around.environment, "ASSISTANT_HOME": str(around.home)}, text)
            arrived = field.received(text)
            sleep(AFTER)
            is_recorded = arrived != text and number % 2 and number // 2 < len(recorded)
            if is_recorded and arrived == reader.read(assistant.delivered()[-1], lambda _: None).text:
                misheard += (
                    1  # the model's doing, under whatever load the player had: it was typed as it was read
                )
                text = arrived
            fault = None if arrived == text else f"{text[:60]!r} came as {arrived[:60]!r}"
            figures.check(fault or (f"{other.text()!r} elsewhere" if other.text() else None))
    figures.numbers = {"read otherwise by the model": misheard}
    return figures


def _reader() -> RecordingReader:
    """Return what writes recordings down outside the running assistant."""
    settings = replace(Settings(), recognize=RecognizeSettings(isolated=False))
    return RecordingReader(settings, PrintingDesktop())


def say(environment: Mapping[str, str], text: str) -> None:
    """Let `assistant say` deliver a text, and insist that it did. Raises RuntimeError."""
    done = subprocess.run(
        [sys.executable, "-m", "assistant", "say", "-"],
        input=text,
        text=True,
        env={**os.environ, **environment},
        capture_output=True,
        timeout=60,
        check=False,
    )
    if done.returncode or done.stderr:
        raise RuntimeError(f"say: {done.returncode} {done.stderr}")
