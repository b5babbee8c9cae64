"""`assistant say` from a shell: text that no small model knows, into real windows."""

import os
import subprocess
import sys

import pytest

from tests.support.targets.field import KINDS, TextField
from tests.support.x_server import XServer

CHINESE = "今天天气很好,我们去公园散步吧。“你好”，世界！"
MIXED = "Grüße, 你好 🙂👩🏽‍💻 — “quotes” 'single' `tick` \\ $HOME\tTab\nnew line"
LONG = ("The quick brown fox 敏捷的棕色狐狸跳过了懒狗。" * 60)[:2000]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("text", [CHINESE, MIXED, LONG], ids=["chinese", "mixed", "2000 characters"])
def test_said_text_stands_in_the_window_exactly_once(kind: str, text: str, screen: XServer) -> None:
    with TextField(kind, screen) as field:
        field.focus()
        field.mark()
        done = subprocess.run(
            [sys.executable, "-m", "assistant", "say", "-"],
            input=text,
            text=True,
            env={**os.environ, **screen.environment},
            capture_output=True,
            timeout=60,
            check=False,
        )
        assert (done.returncode, done.stderr) == (0, "")
        assert field.received(text) == text
