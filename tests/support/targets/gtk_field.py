"""A GTK 3 text field that writes what it holds into a file at each change.

Usage: gtk_field.py FILE TITLE. It speaks to the C library, which comes with any GTK program.
"""

import ctypes
import sys
from ctypes import CFUNCTYPE, byref, c_char_p, c_int, c_void_p, create_string_buffer
from pathlib import Path

ITER = 256
"""Bytes; a GtkTextIter takes 80."""


def main(file: Path, title: str) -> None:
    gtk, gobject = ctypes.CDLL("libgtk-3.so.0"), ctypes.CDLL("libgobject-2.0.so.0")
    for function in (gtk.gtk_window_new, gtk.gtk_text_view_new, gtk.gtk_text_view_get_buffer):
        function.restype = c_void_p
    gtk.gtk_text_buffer_get_text.restype = c_char_p
    gtk.gtk_init(None, None)
    window = c_void_p(gtk.gtk_window_new(0))
    gtk.gtk_window_set_title(window, title.encode())
    gtk.gtk_window_set_default_size(window, 400, 200)
    view = c_void_p(gtk.gtk_text_view_new())
    buffer = c_void_p(gtk.gtk_text_view_get_buffer(view))
    gtk.gtk_container_add(window, view)

    @CFUNCTYPE(None, c_void_p, c_void_p)
    def write(_buffer: int, _data: int) -> None:
        start, end = create_string_buffer(ITER), create_string_buffer(ITER)
        gtk.gtk_text_buffer_get_bounds(buffer, byref(start), byref(end))
        part = file.with_suffix(".part")
        part.write_bytes(gtk.gtk_text_buffer_get_text(buffer, byref(start), byref(end), c_int(1)))
        part.replace(file)

    connect = gobject.g_signal_connect_data
    connect.argtypes = [c_void_p, c_char_p, c_void_p, c_void_p, c_void_p, c_int]
    connect(buffer, b"changed", ctypes.cast(write, c_void_p), None, None, 0)
    gtk.gtk_widget_show_all(window)
    write(0, 0)
    gtk.gtk_main()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
