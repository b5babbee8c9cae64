"""Walks a window as a screen reader and as somebody without a mouse would.

`complaints(window)` returns a sentence for everything that is wrong; the window has to be shown.
"""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLabel,
    QTabWidget,
    QWidget,
)

ROLES = QAccessible.Role
CONTROLS = {
    *(ROLES.Button, ROLES.CheckBox, ROLES.RadioButton, ROLES.EditableText, ROLES.ComboBox, ROLES.SpinBox),
    *(ROLES.Slider, ROLES.Dial, ROLES.List, ROLES.Table, ROLES.Tree, ROLES.PageTabList, ROLES.PageTab),
    *(ROLES.ProgressBar, ROLES.Graphic, ROLES.Link, ROLES.MenuItem, ROLES.ListItem, ROLES.Canvas),
    *(ROLES.ButtonMenu, ROLES.ButtonDropDown, ROLES.HotkeyField, ROLES.Indicator),
}
"""What a screen reader has to call by a name."""
MOST_TABS = 400


def complaints(window: QWidget) -> list[str]:
    """Return what is wrong with a window that is shown."""
    return [*nameless(window), *unreachable(window), *clipped(window)]


def nameless(window: QWidget) -> Iterator[str]:
    """Yield every control in sight that has no name."""
    for each in _walk(QAccessible.queryAccessibleInterface(window)):
        if each.role() in CONTROLS and not each.state().invisible and not _name(each):
            yield f"no name: {_describe(each)}"


def unreachable(window: QWidget) -> Iterator[str]:
    """Yield every control that Tab does not reach, and every step of Tab that goes back up."""
    wanted = [each for each in window.findChildren(QWidget) if _takes_tab(each)]
    reached = _tab_through(window, wanted)
    for each in wanted:
        if each not in reached:
            yield f"Tab does not reach {_widget(each)}"
    for one, other in pairwise(reached):
        if one.parentWidget() is other.parentWidget() and _bottom(other) <= one.y():
            yield f"Tab goes up from {_widget(one)} to {_widget(other)}"


def clipped(window: QWidget) -> Iterator[str]:
    """Yield every label and button that has less room than its words need."""
    for each in window.findChildren(QWidget):
        wraps = isinstance(each, QLabel) and each.wordWrap()
        if isinstance(each, QLabel | QAbstractButton) and each.isVisible() and each.text():
            needed = each.heightForWidth(each.width()) if wraps else each.minimumSizeHint().height()
            is_narrow = not wraps and each.width() < each.minimumSizeHint().width()
            if is_narrow or each.height() < needed:
                yield f"clipped: {_widget(each)}, {each.width()}x{each.height()}"


def _tab_through(window: QWidget, wanted: list[QWidget]) -> list[QWidget]:
    """Press Tab until it comes round, and return what had the focus."""
    if not wanted:
        return []  # what never takes the keyboard, as the overlay, never becomes active: no waiting for it
    window.activateWindow()
    QTest.qWaitForWindowActive(window)
    wanted[0].setFocus(Qt.FocusReason.TabFocusReason)
    reached: list[QWidget] = []
    for _ in range(MOST_TABS):
        focus = QApplication.focusWidget()
        if focus is None or focus in reached:
            break
        reached.append(focus)
        # Where Tab writes a tab, Ctrl+Tab goes on, as everywhere in Qt.
        writes_tab = focus.property("tabChangesFocus") is False and focus.inherits("QPlainTextEdit")
        writes_tab |= focus.property("tabChangesFocus") is False and focus.inherits("QTextEdit")
        modifier = Qt.KeyboardModifier.ControlModifier if writes_tab else Qt.KeyboardModifier.NoModifier
        QTest.keyClick(focus, Qt.Key.Key_Tab, modifier)
    order = {id(widget): number for number, widget in enumerate(_chain(window))}
    first = min(range(len(reached)), key=lambda number: order.get(id(reached[number]), 0), default=0)
    return reached[first:] + reached[:first]


def _chain(window: QWidget) -> Iterator[QWidget]:
    yield window
    widget = window.nextInFocusChain()
    while widget is not None and widget is not window:
        yield widget
        widget = widget.nextInFocusChain()


def _takes_tab(widget: QWidget) -> bool:
    takes = widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value != 0
    inner = widget.focusProxy() is not None or isinstance(widget, QTabWidget)
    scrolls_only = type(widget).__name__ == "QScrollArea"
    return widget.isVisible() and widget.isEnabled() and not (inner or scrolls_only) and takes


def _walk(each: QAccessibleInterface | None) -> Iterator[QAccessibleInterface]:
    if each is None or not each.isValid():
        return
    yield each
    for number in range(each.childCount()):
        child = each.child(number)
        if not _is_inside(each, child):
            yield from _walk(child)


def _is_inside(parent: QAccessibleInterface, child: QAccessibleInterface) -> bool:
    """Tell whether it is the inner workings of Qt's own widget, which Qt has named."""
    widget = parent.object()
    return isinstance(widget, QComboBox) or (
        isinstance(widget, QAbstractScrollArea) and child.role() is ROLES.ScrollBar
    )


def _name(each: QAccessibleInterface) -> str:
    widget = each.object()
    if isinstance(widget, QComboBox):  # by itself it would be called by what is chosen in it
        return widget.accessibleName() or _label_of(widget)
    name = each.text(QAccessible.Text.Name)
    if not name and isinstance(widget, QWidget):
        name = widget.accessibleName() or _label_of(widget)
    return name.strip()


def _label_of(widget: QWidget) -> str:
    labels = widget.window().findChildren(QLabel)
    return next((label.text() for label in labels if label.buddy() is widget), "")


def _bottom(widget: QWidget) -> int:
    return widget.geometry().bottom()


def _describe(each: QAccessibleInterface) -> str:
    widget = each.object()
    where = _widget(widget) if isinstance(widget, QWidget) else "an item"
    return f"{each.role().name} ({where})"


def _widget(widget: QWidget) -> str:
    text = widget.property("text") or widget.accessibleName() or widget.objectName()
    parent = widget.parentWidget()
    return f"{type(widget).__name__} {text!r} in {type(parent).__name__ if parent else 'nothing'}"
