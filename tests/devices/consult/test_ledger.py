"""The log of what was sent where."""

import stat
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.devices.consult import ledger as module
from assistant.devices.consult.ledger import Ledger, Sent
from assistant.errors import ConsultError
from assistant.values.consult import Request, Role, Turn

SECRET = "xylophone"
ASKED = Request(
    (Turn(Role.SYSTEM, "Be brief."), Turn(Role.USER, SECRET)), purpose="edit", shows=("selection", "app")
)


def _note(ledger: Ledger, *, is_remote: bool = False) -> None:
    ledger.note(ASKED, "http://127.0.0.1:8080", "tiny", is_remote=is_remote)


def test_it_tells_when_where_what_for_and_how_much_and_no_word(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path / "state" / "sent.jsonl")
    _note(ledger, is_remote=True)
    (sent,) = ledger.entries()
    assert sent.when.endswith("+00:00")
    assert (sent.server, sent.model, sent.is_remote) == ("http://127.0.0.1:8080", "tiny", True)
    assert (sent.purpose, sent.shows, sent.turns, sent.tools) == ("edit", ("selection", "app"), 2, 0)
    assert sent.characters == len("Be brief.") + len(SECRET)
    assert SECRET not in ledger.file.read_text()
    assert stat.S_IMODE(ledger.file.stat().st_mode) == 0o600


def test_the_text_is_kept_where_that_is_ticked_and_in_no_repr(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path / "sent.jsonl", holds_text=True)
    _note(ledger)
    (sent,) = ledger.entries()
    assert sent.text == ("Be brief.", SECRET)
    assert SECRET not in repr(sent)


def test_the_text_of_what_may_not_be_stored_is_not_kept(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path / "sent.jsonl", holds_text=True)
    ledger.note(replace(ASKED, is_stored=False), "http://127.0.0.1:8080", "tiny", is_remote=False)
    assert ledger.entries()[0].text == ()
    assert SECRET not in ledger.file.read_text()


def test_it_is_cleared(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path / "sent.jsonl")
    assert ledger.clear() == 0
    _note(ledger)
    _note(ledger)
    assert ledger.clear() == 2
    assert (ledger.entries(), ledger.file.exists()) == ((), False)


def test_it_does_not_grow_for_ever(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LARGEST", 4000)
    ledger = Ledger(tmp_path / "sent.jsonl")
    for _ in range(200):
        _note(ledger)
    assert ledger.file.stat().st_size < 5000
    assert all(isinstance(each, Sent) for each in ledger.entries())
    assert stat.S_IMODE(ledger.file.stat().st_mode) == 0o600


def test_a_torn_line_is_left_out(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path / "sent.jsonl")
    _note(ledger)
    with ledger.file.open("a") as stream:
        stream.write('{"when": "20\n')
    _note(ledger)
    assert len(ledger.entries()) == 2


def test_what_cannot_be_written_down_is_not_sent(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(ConsultError, match="nothing was sent"):
        _note(Ledger(tmp_path / "file" / "sent.jsonl"))
