"""What *delete everything that was said* deletes, beside the history."""

from pathlib import Path

import pytest

from assistant.devices import places
from assistant.devices.consult.ledger import Ledger
from assistant.devices.history.conversation import CONVERSATION, ConversationFile
from assistant.tray.settings.wiping import wipe
from assistant.values.consult import Request, Role, Turn
from assistant.values.settings import KeepSettings


def test_conversation_and_the_log_of_what_was_sent_go_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(places.OVERRIDE, str(tmp_path))
    said = Turn(Role.USER, "xylophone")
    Ledger(holds_text=True).note(Request((said,)), "http://127.0.0.1:1", "tiny", is_remote=False)
    ConversationFile(places.places().data / CONVERSATION).save((said,))
    assert wipe(KeepSettings()) == 0
    left = [path for path in tmp_path.rglob("*") if path.is_file() and b"xylophone" in path.read_bytes()]
    assert left == []
    assert Ledger().entries() == ()
