"""A model of a few KB (or MB) with a catalogue that knows it: what the store's tests download and import."""

import hashlib
import os
import random
from dataclasses import dataclass
from pathlib import Path

from assistant.devices.onnx.layout import FUNASR, SHERPA, Names
from tests.support import graphs

LICENCE = "FunASR Model Open Source License Agreement v1.1"
NAME = "tiny"


@dataclass(frozen=True)
class ModelShop:
    """A folder with a model, and the catalogue."""

    folder: Path
    catalogue: Path

    @property
    def graph(self) -> Path:
        """The ONNX file."""
        return next(self.folder.glob("*.onnx"))


def sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def open_shop(root: Path, names: Names = SHERPA, padding: int = 0, seed: int = 1) -> ModelShop:
    """Write a model, `padding` bytes larger than it has to be, and its catalogue."""
    stuffing = random.Random(seed).randbytes(padding // 2).hex()
    notes = {"padding": stuffing} if padding else {}
    folder = graphs.write_folder(root / "original" / NAME, names, notes=notes)
    return ModelShop(folder, write_catalogue(root / "catalogue.toml", folder))


def write_catalogue(path: Path, folder: Path, name: str = NAME, archive: Path | None = None) -> Path:
    """Write a catalogue that knows the model in `folder`."""
    layout = FUNASR.layout if (folder / "tokens.json").is_file() else SHERPA.layout
    graph = next(folder.glob("*.onnx")).name
    lines = [
        *("[[model]]", f'id = "{name}"', 'title = "Tiny"', f'layout = "{layout}"', 'languages = ["en"]'),
        *(f'licence = "{LICENCE}"', 'author = "Nobody"', 'summary = "For tests."', f'model = "{graph}"'),
        *('licence_url = "https://models.invalid/LICENCE"', 'homepage = "https://models.invalid/"'),
    ]
    # The graph comes first, as in the catalogue that ships.
    for file in sorted(folder.iterdir(), key=lambda one: one.suffix != ".onnx"):
        lines += ["[[model.file]]", *_facts(file), f'urls = ["https://models.invalid/{file.name}"]']
        lines += ["optional = true"] if file.name == "config.yaml" else []
    if archive:
        lines += ["[model.archive]", *_facts(archive)[1:], f'url = "https://models.invalid/{archive.name}"']
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def _facts(file: Path) -> list[str]:
    return [f'name = "{file.name}"', f"bytes = {file.stat().st_size}", f'sha256 = "{sha256(file)}"']


def environment(home: Path) -> dict[str, str]:
    """Return the environment of an assistant that lives in `home`."""
    return {**os.environ, "ASSISTANT_HOME": str(home), "PYTHONUNBUFFERED": "1"}
