"""Other programs of a desktop, as far as selections are concerned: owners, readers, watchers, managers."""

import contextlib
import select
import threading
from collections.abc import Callable, Mapping
from types import TracebackType
from typing import Any, Self

from Xlib import X
from Xlib.display import Display
from Xlib.error import ConnectionClosedError
from Xlib.ext import xfixes
from Xlib.protocol.event import SelectionNotify

from tests.support.waiting import wait_until

# python-xlib has no types; these names at least say what is meant.
XEvent = Any
XProperty = Any


class XClient:
    """A client with a window and a thread; handlers by event type.

    Its connection is used by one thread at a time, under `lock`: python-xlib loses replies otherwise.
    """

    def __init__(self, display: str) -> None:
        self.lock = threading.RLock()
        self.display: Any = Display(display)
        self.display.set_error_handler(lambda *_: None)
        self.root: Any = self.display.screen().root
        self.window: Any = self.root.create_window(
            10, 10, 200, 100, 0, X.CopyFromParent, event_mask=X.PropertyChangeMask
        )
        self.handlers: dict[int, Callable[[XEvent], None]] = {}
        self._is_closing = False
        self._thread = threading.Thread(target=self._run, daemon=True)

    def atom(self, name: str) -> int:
        return int(self.display.intern_atom(name))

    def __enter__(self) -> Self:
        self.display.sync()
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._is_closing = True
        self._thread.join(5)
        with contextlib.suppress(ConnectionClosedError):
            self.display.close()

    def _run(self) -> None:
        with contextlib.suppress(ConnectionClosedError):  # a test may let the server die
            while not self._is_closing:
                with self.lock:
                    while self.display.pending_events():
                        event = self.display.next_event()
                        self.handlers.get(event.type, lambda _: None)(event)
                    self.display.flush()
                select.select([self.display], [], [], 0.02)


class PlainWindow(XClient):
    """A window that takes the keyboard and does nothing with it."""

    def __init__(self, display: str) -> None:
        super().__init__(display)
        self.window.set_wm_class("plain", "Plain")
        self.window.set_wm_name("Plain window")
        self.window.map()

    @property
    def is_shown(self) -> bool:
        """Tell whether it can have the keyboard."""
        with self.lock:
            return bool(self.window.get_attributes().map_state == X.IsViewable)


class Owner(XClient):
    """Owns the clipboard, or PRIMARY, with a text; can be stubborn, or do something whenever it is asked."""

    def __init__(
        self, display: str, text: str, *, is_stubborn: bool = False, selection: str = "CLIPBOARD"
    ) -> None:
        super().__init__(display)
        self.text = text
        self.when_asked: Callable[[], None] = lambda: None
        self._selection = self.atom(selection)
        self._is_stubborn = is_stubborn
        self.handlers[X.SelectionRequest] = self._answer
        self.handlers[X.SelectionClear] = self._lose
        self.window.set_selection_owner(self._selection, X.CurrentTime)

    def stop_being_stubborn(self) -> None:
        self._is_stubborn = False

    def _lose(self, event: XEvent) -> None:
        if self._is_stubborn:
            self.window.set_selection_owner(self._selection, X.CurrentTime)

    def _answer(self, event: XEvent) -> None:
        self.when_asked()
        is_known = True
        if event.target == self.atom("TARGETS"):
            targets = [self.atom("TARGETS"), self.atom("UTF8_STRING")]
            event.requestor.change_property(event.property, self.atom("ATOM"), 32, targets)
        elif event.target == self.atom("UTF8_STRING"):
            event.requestor.change_property(event.property, event.target, 8, self.text.encode())
        else:
            is_known = False
        reply = SelectionNotify(
            time=event.time,
            requestor=event.requestor,
            selection=event.selection,
            target=event.target,
            property=event.property if is_known else X.NONE,
        )
        event.requestor.send_event(reply)


class Reader(XClient):
    """Reads selections format by format, as programs do that paste (without INCR)."""

    def __init__(self, display: str) -> None:
        super().__init__(display)
        self._answers: list[Any] = []
        self.handlers[X.SelectionNotify] = self._answers.append

    def read(self, target: str, selection: str = "CLIPBOARD") -> XProperty:
        """Return the property that the owner wrote, or None where it refused."""
        with self.lock:
            self._answers.clear()
            goal = self.atom("READ")
            self.window.convert_selection(self.atom(selection), self.atom(target), goal, X.CurrentTime)
            self.display.flush()
        wait_until(lambda: self._answers, f"an answer for {target}")
        if self._answers[0].property == X.NONE:
            return None
        with self.lock:
            return self.window.get_full_property(goal, X.AnyPropertyType)

    def read_many(self, targets: Mapping[str, str]) -> dict[str, bytes | None]:
        """Ask for several formats in one request (MULTIPLE); target -> property to use."""
        with self.lock:
            goal = self.atom("PAIRS")
            pairs = [self.atom(name) for pair in targets.items() for name in pair]
            self._answers.clear()
            self.window.change_property(goal, self.atom("ATOM_PAIR"), 32, pairs)
            self.window.convert_selection(self.atom("CLIPBOARD"), self.atom("MULTIPLE"), goal, X.CurrentTime)
            self.display.flush()
        wait_until(lambda: self._answers, "an answer for MULTIPLE")
        with self.lock:
            granted = list(self.window.get_full_property(goal, X.AnyPropertyType).value)[1::2]
            places = (self.atom(place) for place in targets.values())
            found = [self.window.get_full_property(place, X.AnyPropertyType) for place in places]
        return {
            target: bytes(written.value) if is_given else None
            for target, written, is_given in zip(targets, found, granted, strict=True)
        }


class Watcher(XClient):
    """A clipboard history: reads the text of every new clipboard as soon as it changes hands."""

    def __init__(self, display: str) -> None:
        super().__init__(display)
        self.texts: list[str] = []
        self.display.xfixes_query_version()
        clipboard = self.atom("CLIPBOARD")
        self.display.xfixes_select_selection_input(
            self.root, clipboard, xfixes.XFixesSetSelectionOwnerNotifyMask
        )
        first = self.display.query_extension("XFIXES").first_event
        self.handlers[first] = self._ask
        self.handlers[X.SelectionNotify] = self._take

    def _ask(self, event: XEvent) -> None:
        goal, clipboard = self.atom("WATCHED"), self.atom("CLIPBOARD")
        self.window.convert_selection(clipboard, self.atom("UTF8_STRING"), goal, X.CurrentTime)

    def _take(self, event: XEvent) -> None:
        if event.property != X.NONE:
            found = self.window.get_full_property(event.property, X.AnyPropertyType)
            self.texts.append(bytes(found.value).decode())


class ClipboardManager(XClient):
    """Keeps the text of programs that go: answers SAVE_TARGETS and owns the clipboard afterwards."""

    def __init__(self, display: str) -> None:
        super().__init__(display)
        self.text: bytes | None = None
        self._request: Any = None
        self.handlers[X.SelectionRequest] = self._answer
        self.handlers[X.SelectionNotify] = self._take
        self.window.set_selection_owner(self.atom("CLIPBOARD_MANAGER"), X.CurrentTime)

    def _answer(self, event: XEvent) -> None:
        if event.target == self.atom("SAVE_TARGETS"):
            self._request = event
            goal, clipboard = self.atom("SAVED"), self.atom("CLIPBOARD")
            self.window.convert_selection(clipboard, self.atom("UTF8_STRING"), goal, X.CurrentTime)

    def _take(self, event: XEvent) -> None:
        found = self.window.get_full_property(event.property, X.AnyPropertyType)
        self.text = bytes(found.value)
        reply = SelectionNotify(
            time=self._request.time,
            requestor=self._request.requestor,
            selection=self._request.selection,
            target=self._request.target,
            property=self._request.property,
        )
        self._request.requestor.send_event(reply)
