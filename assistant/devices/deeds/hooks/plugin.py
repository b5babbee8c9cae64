"""A plug-in's own process: calls one function with the question, and writes down what it returns.

Usage: python -m assistant.devices.deeds.hooks.plugin package.module:function
"""

import importlib
import io
import json
import sys
from contextlib import redirect_stdout


def main(entry: str) -> int:
    """Call `entry`; what it prints is not its answer."""
    module, _, name = entry.partition(":")
    asked = json.loads(sys.stdin.buffer.read())
    with redirect_stdout(io.StringIO()):
        found = getattr(importlib.import_module(module), name)(asked)
    sys.stdout.write(json.dumps(found or {}, ensure_ascii=True))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
