"""What the clipboard held before is there again afterwards, byte for byte; other programs are not fooled."""

import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from assistant.devices.desktop.x11.desktop import X11Desktop
from assistant.values.action import Result
from assistant.values.settings import ActSettings
from tests.support.targets import field as targets
from tests.support.targets.field import TextField
from tests.support.waiting import wait_until
from tests.support.x_client import ClipboardManager, Owner, Reader, Watcher
from tests.support.x_server import XServer

MEGABYTE = bytes(range(256)) * 4096
OFFICE = {
    "text/plain": "cell\tcell 单元格".encode(),
    "text/html": b"<table><tr><td>cell</td></tr></table>",
    "image/png": b"\x89PNG\r\n\x1a\n" + MEGABYTE,
    "application/x-own": bytes(range(256)),
}


@contextlib.contextmanager
def office_program(server: XServer, folder: Path, formats: Mapping[str, bytes]) -> Iterator[int]:
    """Run a Qt program that owns the clipboard with these formats; its process id."""
    for target, content in formats.items():
        (folder / target.replace("/", "+")).write_bytes(content)
    program = subprocess.Popen(
        [sys.executable, str(targets.HERE / "qt_clipboard.py"), str(folder)],
        env={**os.environ, **server.environment, "QT_QPA_PLATFORM": "xcb"},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    with program:
        try:
            assert program.stdout is not None
            assert program.stdout.readline() == b"ready\n"
            yield program.pid
        finally:
            program.kill()


@contextlib.contextmanager
def hung_window(server: XServer) -> Iterator[int]:
    """Show a window of a process that no longer answers; its id."""
    with TextField("xterm", server) as field:
        os.kill(field.pid, signal.SIGSTOP)
        yield field.window


def paste(server: XServer, target: str = "UTF8_STRING", selection: str = "clipboard") -> bytes:
    """Read a selection with another program, which knows INCR."""
    command = ["xclip", "-selection", selection, "-o", "-t", target]
    run = subprocess.run(
        command, env={**os.environ, **server.environment}, capture_output=True, timeout=20, check=False
    )
    return run.stdout


@contextlib.contextmanager
def xclip(server: XServer, content: bytes, selection: str = "clipboard") -> Iterator[None]:
    """Let xclip own a selection."""
    copy = subprocess.Popen(
        ["xclip", "-selection", selection, "-i", "-quiet"],
        env={**os.environ, **server.environment},
        stdin=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    with copy:
        try:
            assert copy.stdin is not None
            copy.stdin.write(content)
            copy.stdin.close()
            is_back(server, content, selection)
            yield
        finally:
            copy.kill()


def is_back(server: XServer, text: bytes, selection: str = "clipboard") -> None:
    wait_until(lambda: paste(server, selection=selection) == text, "the old clipboard")


def test_every_format_comes_back_byte_for_byte(
    desktop: X11Desktop, qt_field: TextField, server: XServer, tmp_path: Path
) -> None:
    qt_field.focus()
    with office_program(server, tmp_path, OFFICE):
        before = set(paste(server, "TARGETS").split())
        outcome = desktop.insert("between", desktop.active_window())
        assert outcome.result is Result.DELIVERED
        assert outcome.message == ""
        wait_until(lambda: paste(server, "text/html") == OFFICE["text/html"], "the old clipboard")
        assert {target: paste(server, target) for target in OFFICE} == OFFICE
        # Qt offers SAVE_TARGETS, which asks its owner for something and is no content.
        assert before - set(paste(server, "TARGETS").split()) <= {b"SAVE_TARGETS"}


def test_the_old_contents_outlive_their_program(
    desktop: X11Desktop, qt_field: TextField, server: XServer, tmp_path: Path
) -> None:
    qt_field.focus()
    with office_program(server, tmp_path, {"text/plain": b"survivor"}):
        desktop.insert("between", desktop.active_window())
    is_back(server, b"survivor")


def test_primary_comes_back_too(desktop: X11Desktop, any_field: TextField, server: XServer) -> None:
    any_field.focus()
    with xclip(server, b"selected words", "primary"):
        assert desktop.insert("between", desktop.active_window()).is_delivered
        is_back(server, b"selected words", "primary")


def test_old_contents_that_come_in_pieces_are_put_together(
    desktop: X11Desktop, qt_field: TextField, server: XServer
) -> None:
    """Above a few MB every owner has to send piece by piece (INCR)."""
    qt_field.focus()
    with xclip(server, MEGABYTE * 5):
        outcome = desktop.insert("between", desktop.active_window())
        assert outcome.is_delivered
        assert outcome.message == ""
        is_back(server, MEGABYTE * 5)


def test_an_empty_clipboard_is_empty_again(qt_field: TextField, server: XServer) -> None:
    with XServer() as fresh, TextField("qt", fresh) as field:
        field.focus()
        desktop = X11Desktop(ActSettings(), fresh.name)
        assert desktop.insert("between", desktop.active_window()).is_delivered
        wait_until(lambda: not paste(fresh, "TARGETS"), "an empty clipboard")
        desktop.close()


def test_what_the_user_copies_meanwhile_stays(
    desktop: X11Desktop, qt_field: TextField, server: XServer, reader: Reader
) -> None:
    qt_field.focus()
    with Owner(server.name, "old"):
        desktop.insert("between", desktop.active_window())
        with Owner(server.name, "copied by the user"), pytest.raises(TimeoutError):
            wait_until(lambda: reader.read("UTF8_STRING").value != b"copied by the user", "-", 0.8)


def test_without_restoring_the_text_stays(qt_field: TextField, server: XServer, reader: Reader) -> None:
    qt_field.focus()
    desktop = X11Desktop(ActSettings(restore_clipboard=False), server.name)
    with Owner(server.name, "old"):
        assert desktop.insert("stays", desktop.active_window()).is_delivered
        with pytest.raises(TimeoutError):
            wait_until(lambda: reader.read("UTF8_STRING").value != b"stays", "-", 0.6)
    desktop.close()


def test_an_owner_that_never_answers_costs_its_contents_but_not_the_delivery(
    desktop: X11Desktop, qt_field: TextField, server: XServer, tmp_path: Path
) -> None:
    qt_field.focus()
    qt_field.mark()
    with office_program(server, tmp_path, {"text/plain": b"hostage"}) as pid:
        os.kill(pid, signal.SIGSTOP)
        outcome = desktop.insert("anyway", desktop.active_window())
        os.kill(pid, signal.SIGCONT)
    assert qt_field.received("anyway") == "anyway"
    assert outcome.result is Result.DELIVERED
    assert "could not be kept" in outcome.message


@pytest.mark.parametrize("kind", targets.KINDS)
def test_a_megabyte_goes_both_ways(desktop: X11Desktop, server: XServer, tmp_path: Path, kind: str) -> None:
    old, new = b"old contents " * 80_000, "new 内容\n" * 100_000
    with office_program(server, tmp_path, {"text/plain": old}), TextField(kind, server) as field:
        field.focus()
        outcome = desktop.insert(new, desktop.active_window())
        assert field.received(new.rstrip("\n")).rstrip("\n") == new.rstrip("\n")
        assert outcome.result is Result.DELIVERED
        is_back(server, old)


def test_a_clipboard_history_is_not_taken_for_the_target(
    desktop: X11Desktop, qt_field: TextField, server: XServer, reader: Reader
) -> None:
    with Owner(server.name, "old"), Watcher(server.name) as watcher, hung_window(server) as hung:
        qt_field.focus()
        assert desktop.insert("first", desktop.active_window()).result is Result.DELIVERED
        wait_until(lambda: watcher.texts[-1:] == ["old"], "the history to see the old text again")
        server.focus(hung)
        outcome = desktop.insert("second", desktop.active_window())
        assert "second" in watcher.texts
        assert outcome.result is Result.ON_CLIPBOARD
        assert reader.read("UTF8_STRING").value == b"second"


def test_a_stranger_that_reads_is_no_receipt(desktop: X11Desktop, server: XServer, reader: Reader) -> None:
    """A history never met before may have read the text; it stays on the clipboard all the same."""
    with Watcher(server.name) as watcher, hung_window(server) as hung:
        server.focus(hung)
        outcome = desktop.insert("unsure", desktop.active_window())
        assert "unsure" in watcher.texts
        assert outcome.result in {Result.UNCONFIRMED, Result.ON_CLIPBOARD}
        assert outcome.message
        assert reader.read("UTF8_STRING").value == b"unsure"


def test_a_program_that_does_not_let_go_gets_nothing_wrong_typed(
    desktop: X11Desktop, qt_field: TextField, server: XServer
) -> None:
    qt_field.focus()
    qt_field.mark()
    with Owner(server.name, "WRONG", is_stubborn=True) as owner:
        outcome = desktop.insert("Plain words: 3!", desktop.active_window())
        received = qt_field.received("Plain words: 3!", 2)
        assert "WRONG" not in received
        assert received == ("Plain words: 3!" if outcome.is_delivered else "")
        owner.stop_being_stubborn()


def test_the_clipboard_manager_keeps_what_we_served(qt_field: TextField, server: XServer) -> None:
    qt_field.focus()
    desktop = X11Desktop(ActSettings(), server.name)
    with ClipboardManager(server.name) as manager:
        with Owner(server.name, "heirloom"):
            assert desktop.insert("between", desktop.active_window()).is_delivered
            is_back(server, b"heirloom")
        desktop.close()
        wait_until(lambda: manager.text == b"heirloom", "the manager to have it")
