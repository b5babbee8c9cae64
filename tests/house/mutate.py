"""See the laws red: break the house on purpose, in a copy, and demand that the law's test fails.

python -m tests.house.mutate [LAW ...]
"""

import shutil
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
PARTS = ("assistant", "tests", "models", "resources", "packaging", "pyproject.toml", "Makefile", "README.md")


def main(laws: list[str]) -> int:
    """Try every mutation, or those of the laws named; 1 where a test did not notice one."""
    listed = tomllib.loads((Path(__file__).with_name("mutations.toml")).read_text(encoding="utf-8"))
    chosen = [one for one in listed["mutation"] if not laws or str(one["law"]) in laws]
    missed = 0
    for mutation in chosen:
        verdict = _try(mutation)
        missed += verdict != "red"
        print(f"law {mutation['law']}: {mutation['breaks']}: {verdict}", flush=True)
    return 1 if missed else 0


def _try(mutation: dict[str, Any]) -> str:
    with tempfile.TemporaryDirectory(prefix="mutation-") as folder:
        copy = Path(folder)
        for part in PARTS:
            source = ROOT / part
            if source.is_dir():
                shutil.copytree(source, copy / part, ignore=shutil.ignore_patterns("__pycache__"))
            else:
                shutil.copy(source, copy / part)
        file = copy / mutation["file"]
        text = file.read_text(encoding="utf-8")
        if text.count(mutation["old"]) != 1:
            return "the code it breaks is not there any more"
        file.write_text(text.replace(mutation["old"], mutation["new"]), encoding="utf-8")
        command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", mutation["test"]]
        done = subprocess.run(command, cwd=copy, capture_output=True, text=True, check=False)
    return {0: "NOT NOTICED", 1: "red"}.get(done.returncode, f"the test could not run:\n{done.stdout[-800:]}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
