"""First thing in the frozen assistant: what the bootloader set for our libraries is not for other programs.

A command may start Firefox; with our folder first in LD_LIBRARY_PATH it would load our libraries.
"""

import os

_NAME = "LD_LIBRARY_PATH"
_before = os.environ.pop(f"{_NAME}_ORIG", None)
if _before is None:
    os.environ.pop(_NAME, None)
else:
    os.environ[_NAME] = _before
