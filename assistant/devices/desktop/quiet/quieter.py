"""Makes other programs quiet while the user speaks, and loud again whatever happens: the thread `quieter`.

What is about to be changed is written down first. A kill leaves that note, and the next start undoes it.
"""

import json
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from queue import SimpleQueue
from threading import Thread

from assistant.devices.desktop.quiet.ports import KIND_OF, Note, Others
from assistant.devices.places import private_folder
from assistant.values.audio import SpeechStarted, Trigger
from assistant.values.event import Event, State, StateChanged, UtteranceDropped, UtteranceEnded


class Quieter:
    """An observer of the engine."""

    def __init__(self, chosen: Sequence[Others], known: Sequence[Others], note: Path) -> None:
        """Quiet those `chosen`; write down at `note` what has to be undone, for any that is `known`."""
        self._chosen = chosen
        self._others = {each.kind: each for each in known}
        self._file = note
        self._orders: SimpleQueue[bool | None] = SimpleQueue()
        self._changed: list[Note] = []
        self._thread = Thread(target=self._run, name="quieter", daemon=True)

    def choose(self, wanted: str) -> None:
        """Do what is wanted from the next time on; what is quiet now comes back all the same."""
        self._chosen = [each for each in self._others.values() if each.kind == KIND_OF.get(wanted)]

    def start(self) -> None:
        """Undo what an earlier run left, and begin."""
        self._thread.start()

    def __call__(self, event: Event) -> None:
        """Follow the engine; returns at once."""
        match event:
            case SpeechStarted(_, _, Trigger.PUSH_TO_TALK):
                self._orders.put(True)
            case UtteranceEnded() | UtteranceDropped() | StateChanged(State.STOPPED):
                self._orders.put(False)
            case _:
                pass

    def stop(self) -> None:
        """Bring everything back and end. May be called twice."""
        self._orders.put(None)
        if self._thread.is_alive():
            self._thread.join(2.0)

    def _run(self) -> None:
        self._changed = self._read()
        self._restore()
        while (order := self._orders.get()) is not None:
            if order and self._orders.empty():  # an utterance that is over already needs no quiet
                self._quiet()
            elif not order:
                self._restore()
        self._restore()

    def _quiet(self) -> None:
        if self._changed:
            return
        found = [note for each in self._chosen for note in each.playing()]
        if not found or not self._write(found):
            return  # what could not be undone after a kill is not done
        self._changed = found
        for note in found:
            self._others[note["kind"]].hush(note)

    def _restore(self) -> None:
        changed, self._changed = self._changed, []
        for note in changed:
            if note.get("kind") in self._others:
                self._others[note["kind"]].give_back(note)
        if changed:
            with suppress(OSError):
                self._file.unlink(missing_ok=True)

    def _write(self, notes: list[Note]) -> bool:
        try:
            private_folder(self._file.parent)
            self._file.write_text(json.dumps(notes), encoding="utf-8")
        except OSError:
            return False
        return True

    def _read(self) -> list[Note]:
        try:
            found = json.loads(self._file.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return []
        return [each for each in found if isinstance(each, dict)] if isinstance(found, list) else []
