"""One file from the first mirror that gives it: resumed, hashed while it comes, named when it is right."""

import shutil
import time
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

from assistant.devices.store.catalogue import CatalogueFile
from assistant.devices.store.progress import Progress, Report, Step, note
from assistant.devices.store.room import no_room
from assistant.devices.store.transfer.connection import Answer, Connection
from assistant.devices.store.transfer.meter import Meter
from assistant.devices.store.transfer.mirrors import Mirror
from assistant.devices.store.transfer.part import Part
from assistant.devices.store.transfer.wishes import TransferSettings
from assistant.errors import (
    BrokenDownloadError,
    CancelledError,
    CaptivePortalError,
    DownloadError,
    StalledDownloadError,
    WrongContentError,
)
from assistant.recognize.ports import Cancellation

_BLOCK = 1 << 18
_MARGIN = 32 << 20
"""Bytes that stay free on the disk."""
_MOST_TRIES = 100
"""Of one mirror that breaks again and again, but gives something each time."""
_WORTHWHILE = 1 << 20
"""Bytes, or a twentieth of a small file: less than this in one try counts for nothing."""
_PAGES = (b"<!doctype", b"<html", b"<head", b"<script", b"<?xml")
_NEXT = "run the same command again to go on, name another --mirror, or import the files from a folder"


class Downloader:
    """Fetches files."""

    def __init__(
        self, settings: TransferSettings, report: Report, cancellation: Cancellation | None = None
    ) -> None:
        """Prepare. Raises DownloadError where the settings make no sense."""
        self._settings = settings
        self._connection = Connection(settings)
        self._report = report
        self._cancellation = cancellation

    def fetch(self, file: CatalogueFile, mirrors: Sequence[Mirror], part_path: Path, target: Path) -> None:
        """Put `file` at `target`. Raises DownloadError, DiskFullError, CancelledError; what came is kept."""
        if not mirrors:
            raise DownloadError(f"the catalogue names no mirror for {file.name}; import it from a folder")
        with Part(part_path, file) as part:
            part.recall(lambda done: self._report(Progress(Step.CHECKING, file.name, done, file.size)))
            if shutil.disk_usage(part_path.parent).free < part.missing + _MARGIN:
                raise no_room(part_path, part.missing)
            self._from_any(mirrors, part)
            part.finish(target)

    def _from_any(self, mirrors: Sequence[Mirror], part: Part) -> None:
        failures: list[DownloadError] = []
        for mirror in mirrors:
            try:
                self._from_one(mirror, part)
            except DownloadError as error:
                failures.append(error)
                if mirror is not mirrors[-1]:
                    note(self._report, part.expected.name, f"{error}; asking the next mirror")
            else:
                return
        kinds = {type(error) for error in failures}
        kind = kinds.pop() if len(kinds) == 1 else DownloadError
        told = "; ".join(dict.fromkeys(map(str, failures)))
        advice = (
            "open a web browser, sign in to this network, and then " if kind is CaptivePortalError else ""
        )
        raise kind(f"{part.expected.name} did not come: {told}. Next: {advice}{_NEXT}") from failures[-1]

    def _from_one(self, mirror: Mirror, part: Part) -> None:
        """Fill `part` from one mirror, asking again while that helps. Raises DownloadError."""
        fruitless, worthwhile = 0, min(_WORTHWHILE, part.expected.size // 20)
        for _ in range(_MOST_TRIES):
            before, was_resumed = part.size, part.is_resumed
            try:
                if part.missing:
                    self._stream(mirror, part)
                if part.is_right():
                    return
                part.restart()
                if not was_resumed:
                    raise WrongContentError(
                        f"what {mirror.host} sent has the wrong SHA-256, and was thrown away"
                    )
                note(self._report, part.expected.name, "what an earlier run left was damaged; starting over")
            except (BrokenDownloadError, StalledDownloadError) as error:
                self._heed_cancellation()
                fruitless = 0 if part.size - before >= worthwhile else fruitless + 1
                if fruitless > isinstance(error, BrokenDownloadError):
                    raise
                time.sleep(self._settings.pause_s)
        raise BrokenDownloadError(f"the connection to {mirror.host} breaks again and again")

    def _stream(self, mirror: Mirror, part: Part) -> None:
        """Ask once and take what comes. Raises DownloadError."""
        answer = self._ask(mirror, part)
        with closing(answer), self._breaking_off(answer):
            block = self._begin(answer, mirror, part)
            meter = Meter(self._settings.stall_s, self._settings.slowest)
            while block:
                self._heed_cancellation()
                part.write(block)
                meter.count(len(block))
                if meter.is_due or not part.missing:
                    self._show(part, meter.rate)
                if meter.is_stalled:
                    raise StalledDownloadError(f"{mirror.host} sends next to nothing")
                block = answer.read(_BLOCK) if part.missing else b""
        if part.missing:
            sizes = f"{part.size:,} of {part.expected.size:,} bytes"
            raise BrokenDownloadError(f"{mirror.host} ended after {sizes} of {part.expected.name}")

    @contextmanager
    def _breaking_off(self, answer: Answer) -> Iterator[None]:
        """Let a cancellation end the wait for a mirror that has fallen silent."""
        forget = self._cancellation.watch(answer.break_off) if self._cancellation else lambda: None
        try:
            yield
        finally:
            forget()

    def _heed_cancellation(self) -> None:
        if self._cancellation is not None and self._cancellation.is_set:
            raise CancelledError("the download was cancelled; what has arrived is kept")

    def _ask(self, mirror: Mirror, part: Part) -> Answer:
        answer = self._connection.ask(mirror, part.size)
        if part.size and not answer.continues(part.size) and not answer.is_whole:
            answer.close()  # the mirror can't go on from here, so it may begin again
            return self._connection.ask(mirror, 0)
        return answer

    def _begin(self, answer: Answer, mirror: Mirror, part: Part) -> bytes:
        """Return the first bytes of what is our file; what has arrived is given up only for that."""
        if answer.is_whole or answer.continues(part.size):
            first = answer.read(_BLOCK)
        else:
            raise WrongContentError(f"{mirror.host} has another file under that name")
        if answer.is_page or (not answer.start and first.lstrip()[:16].lower().startswith(_PAGES)):
            raise CaptivePortalError(f"{mirror.host} answered with a web page where a model should be")
        if answer.total is not None and answer.total != part.expected.size:
            raise WrongContentError(
                f"{mirror.host} offers {answer.total:,} bytes instead of {part.expected.size:,}"
            )
        if answer.is_whole and part.size:
            note(self._report, part.expected.name, f"{mirror.host} can't resume; starting over")
            part.restart()
        return first

    def _show(self, part: Part, rate: float) -> None:
        left = part.missing / rate if rate > 0 else None
        name, total = part.expected.name, part.expected.size
        self._report(Progress(Step.DOWNLOADING, name, part.size, total, rate, left))
