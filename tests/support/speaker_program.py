"""A voice as programs are: reads its standard input, writes it down, and speaks for a while, a child with it.

Usage: speaker_program.py FILE SECONDS
"""

import os
import subprocess
import sys
from pathlib import Path


def main(file: Path, seconds: str) -> int:
    text = sys.stdin.read()
    child = subprocess.Popen(["sleep", seconds])
    with file.open("a", encoding="utf-8") as log:
        log.write(f"{os.getpid()}\t{child.pid}\t{text}\n")
    return child.wait()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2]))
