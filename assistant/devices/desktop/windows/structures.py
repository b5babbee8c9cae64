"""Structures of the Windows API, with sizes that do not depend on who compiles them."""

import ctypes
from collections.abc import Sequence

from assistant.devices.desktop.windows.strokes import Stroke

KEYBOARD = 1
KEY_UP, UNICODE = 0x0002, 0x0004


class KeyboardInput(ctypes.Structure):
    """KEYBDINPUT."""

    _fields_ = (
        ("key", ctypes.c_uint16),
        ("scan", ctypes.c_uint16),
        ("flags", ctypes.c_uint32),
        ("time", ctypes.c_uint32),
        ("extra", ctypes.c_size_t),
    )


class MouseInput(ctypes.Structure):
    """MOUSEINPUT, which is here because the size of the union depends on it."""

    _fields_ = (
        ("x", ctypes.c_int32),
        ("y", ctypes.c_int32),
        ("wheel", ctypes.c_uint32),
        ("flags", ctypes.c_uint32),
        ("time", ctypes.c_uint32),
        ("extra", ctypes.c_size_t),
    )


class _Either(ctypes.Union):
    _fields_ = (("keyboard", KeyboardInput), ("mouse", MouseInput))


class Input(ctypes.Structure):
    """INPUT: 40 bytes on every 64-bit Windows."""

    _fields_ = (("kind", ctypes.c_uint32), ("what", _Either))


class WindowClass(ctypes.Structure):
    """WNDCLASSW."""

    _fields_ = (
        ("style", ctypes.c_uint32),
        ("procedure", ctypes.c_void_p),
        ("class_extra", ctypes.c_int32),
        ("window_extra", ctypes.c_int32),
        ("instance", ctypes.c_void_p),
        ("icon", ctypes.c_void_p),
        ("cursor", ctypes.c_void_p),
        ("background", ctypes.c_void_p),
        ("menu", ctypes.c_wchar_p),
        ("name", ctypes.c_wchar_p),
    )


class Message(ctypes.Structure):
    """MSG."""

    _fields_ = (
        ("window", ctypes.c_void_p),
        ("message", ctypes.c_uint32),
        ("wide", ctypes.c_size_t),
        ("long", ctypes.c_ssize_t),
        ("time", ctypes.c_uint32),
        ("x", ctypes.c_int32),
        ("y", ctypes.c_int32),
    )


def inputs(strokes: Sequence[Stroke]) -> "ctypes.Array[Input]":
    """Return what SendInput takes."""
    found = (Input * len(strokes))()
    for each, stroke in zip(found, strokes, strict=True):
        flags = (0 if stroke.is_press else KEY_UP) | (UNICODE if stroke.is_unicode else 0)
        each.kind = KEYBOARD
        if stroke.is_unicode:
            each.what.keyboard = KeyboardInput(0, stroke.code, flags, 0, 0)
        else:
            each.what.keyboard = KeyboardInput(stroke.code, 0, flags, 0, 0)
    return found
