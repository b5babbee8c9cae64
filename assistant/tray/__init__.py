"""The tray: the only folder that imports Qt, which happens here first.

Qt for Python puts itself before `import`, to look through the source of every module for a switch that nobody
here uses. That is taken back: it costs a tenth of a second at the start, and 13 MB for good (D125).
"""

import builtins

import PySide6.QtCore  # noqa: F401 - what it does to `import` is undone below

builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
