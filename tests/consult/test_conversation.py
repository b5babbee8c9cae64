"""A conversation is bounded, in memory, and kept on disk only where that is wanted."""

import stat
from pathlib import Path

from assistant.consult.conversation import IDLE, MOST_CHARACTERS, Conversation
from assistant.devices.history.conversation import ConversationFile


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_the_oldest_is_forgotten_first() -> None:
    talk = Conversation(2, Clock())
    for number in range(4):
        talk.add(f"q{number}", f"a{number}")
    assert [turn.text for turn in talk.turns()] == ["q2", "a2", "q3", "a3"]
    talk.add("q", "x" * MOST_CHARACTERS)
    assert talk.turns() == ()
    assert Conversation(0, Clock()).turns() == ()


def test_after_a_while_another_one_begins() -> None:
    clock = Clock()
    talk = Conversation(5, clock)
    talk.add("q", "a")
    clock.now = IDLE + 1
    assert talk.turns() == ()


def test_it_is_kept_for_nobody_else_to_read_and_goes_when_it_is_forgotten(tmp_path: Path) -> None:
    file = tmp_path / "data" / "conversation.json"
    Conversation(5, Clock(), ConversationFile(file)).add("问题 q", "a")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    again = Conversation(5, Clock(), ConversationFile(file))
    assert [turn.text for turn in again.turns()] == ["问题 q", "a"]
    again.forget()
    assert again.turns() == ()
    assert not file.exists()


def test_a_file_that_cannot_be_read_is_no_conversation(tmp_path: Path) -> None:
    file = tmp_path / "conversation.json"
    for text in ("{", "[1]", '[{"role": "boss", "text": "x"}]'):
        file.write_text(text)
        assert ConversationFile(file).load() == ()
