"""Build the wheel, install it into an empty virtual environment, and run its recorded demo from elsewhere."""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import venv
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PROMISED = ("file", "text", "language", "emotion", "sounds", "words", "timings")
"""What `--json` shows of every utterance."""
BUNDLED = (
    "assistant/bundled/models/nano/",
    "assistant/bundled/resources/recordings/",
    "assistant/bundled/resources/icons/",
)


def build(folder: Path) -> Path:
    """Build the wheel into `folder` and return its path."""
    for old in folder.glob("*.whl"):
        old.unlink()
    command = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "--quiet",
        "--no-deps",
        "--wheel-dir",
        str(folder),
        str(ROOT),
    ]
    subprocess.run(command, check=True)
    wheel = next(folder.glob("*.whl"))
    print(f"· Built {wheel.name}, {wheel.stat().st_size / 1e6:.1f} MB.")
    return wheel


def check_contents(wheel: Path) -> None:
    """Exit where something that has to ship is not in the wheel, or something is that must not be."""
    names = zipfile.ZipFile(wheel).namelist()
    missing = [part for part in BUNDLED if not any(name.startswith(part) for name in names)]
    if missing:
        sys.exit(f"✗ The wheel lacks {', '.join(missing)}")
    strange = [name for name in names if name.split("/")[0] != "assistant" and ".dist-info/" not in name]
    if strange:
        sys.exit(f"✗ The wheel would install outside its package: {', '.join(strange[:5])}")
    print(f"· It holds {len(names)} files, the demonstration model among them.")


def install(wheel: Path, folder: Path) -> Path:
    """Install `wheel` into an empty environment in `folder` and return the folder of its commands."""
    venv.create(folder, with_pip=True)
    commands = folder / "bin"
    pip = [str(commands / "python"), "-m", "pip", "install", "-qq", "--disable-pip-version-check"]
    subprocess.run([*pip, str(wheel)], check=True)
    print("· Installed it into an empty environment.")
    return commands


def play_demo(commands: Path, elsewhere: Path) -> None:
    """Run the demo from `elsewhere`, as a new user, and exit unless it wrote down what it promises."""
    kept = ("PATH", "LANG", "LC_ALL", "TMPDIR")
    environment = {name: value for name, value in os.environ.items() if name in kept}
    environment.update(HOME=str(elsewhere), ASSISTANT_HOME=str(elsewhere / "home"))
    command = [str(commands / "assistant"), "demo", "--fast", "--json"]
    done = subprocess.run(
        command, cwd=elsewhere, env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode:
        sys.exit(f"✗ The demo ended with {done.returncode}:\n{done.stdout}\n{done.stderr}")
    written = [json.loads(line) for line in done.stdout.splitlines()]
    lacking = [name for name in PROMISED if any(name not in each for each in written)]
    spoken = [each for each in written if each["text"]]
    if lacking or not spoken:
        sys.exit(f"✗ The demo wrote {len(written)} transcripts, {len(spoken)} with text; they lack {lacking}")
    print(
        f"· Its demo wrote down {len(written)} utterances, {len(spoken)} with words, by {spoken[0]['model']}."
    )


def main() -> None:
    """Build, check, install and play."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--wheel", type=Path, help="try this wheel and build none")
    given = parser.parse_args().wheel
    wheel = given.resolve() if given else build(ROOT / "dist")
    check_contents(wheel)
    with tempfile.TemporaryDirectory(prefix="assistant-") as place:
        elsewhere = Path(place) / "elsewhere"
        elsewhere.mkdir()
        play_demo(install(wheel, Path(place) / "venv"), elsewhere)
    print(f"· {wheel} is good.")


if __name__ == "__main__":
    main()
