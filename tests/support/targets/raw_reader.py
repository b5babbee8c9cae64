"""Runs inside a terminal: writes every byte that arrives into a file, as it came.

Usage: raw_reader.py FILE
"""

import os
import sys
import tty


def main(file: str) -> None:
    tty.setraw(0)
    with open(file, "wb", buffering=0) as out:  # noqa: PTH123 - unbuffered, and no import that costs start-up
        while received := os.read(0, 65536):
            out.write(received)


if __name__ == "__main__":
    main(sys.argv[1])
