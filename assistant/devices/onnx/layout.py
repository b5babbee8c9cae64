"""A model folder -> what is in it: both published layouts of SenseVoice, told apart by the graph."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from assistant.devices.onnx.header import Header, read_header
from assistant.devices.onnx.refused import refuse
from assistant.errors import ModelError, ModelNotFoundError
from assistant.recognize.features import LFR_WINDOW, MEL_BINS, Cmvn
from assistant.recognize.ports import ModelDescription

GRAPHS = ("model.int8.onnx", "model_quant.onnx", "model.onnx")
"""File names of the published models, the small one first."""
LANGUAGES = {"auto": 0, "zh": 3, "en": 4, "yue": 7, "ja": 11, "ko": 12, "nospeech": 13}
"""Query ids of SenseVoiceSmall; sherpa-onnx repeats them in its metadata, FunASR in its code."""
FEATURES = LFR_WINDOW * MEL_BINS


@dataclass(frozen=True, slots=True)
class Names:
    """What a layout calls the model's inputs and its logits."""

    layout: str
    features: str
    length: str
    language: str
    text_norm: str
    logits: str

    @property
    def inputs(self) -> frozenset[str]:
        """The names of all inputs."""
        return frozenset((self.features, self.length, self.language, self.text_norm))


FUNASR = Names("funasr", "speech", "speech_lengths", "language", "textnorm", "ctc_logits")
SHERPA = Names("sherpa-onnx", "x", "x_length", "language", "text_norm", "logits")


@dataclass(frozen=True, slots=True)
class ModelFiles:
    """A model folder that keeps the contract."""

    graph: Path
    names: Names
    description: ModelDescription = field(repr=False)


def read_model(place: Path) -> ModelFiles:
    """Read a model folder, or one ONNX file in it.

    Raises ModelNotFoundError where something is missing, ModelError where something is wrong; the
    message names the folder and the thing.
    """
    graph = _find_graph(place)
    header = read_header(graph)
    refuse(graph, header.notes)
    names = _names(graph, header)
    pieces = _pieces(graph.parent)
    size = header.outputs[names.logits][-1] if header.outputs[names.logits] else 0
    if size and size != len(pieces):
        raise ModelError(f"{graph} knows {size} tokens, but the tokens file beside it lists {len(pieces)}")
    notes = header.notes
    return ModelFiles(
        graph,
        names,
        ModelDescription(
            name=_name(graph, notes),
            layout=names.layout,
            pieces=pieces,
            cmvn=_cmvn(graph, notes),
            languages=_languages(notes),
            with_itn=int(notes.get("with_itn", 14)),
            without_itn=int(notes.get("without_itn", 15)),
            blank=int(notes.get("blank_id", 0)),
            is_demo=notes.get("demo") == "1" or "nano" in {_name(graph, notes), graph.parent.resolve().name},
            is_random=notes.get("random") == "1",
        ),
    )


def _find_graph(place: Path) -> Path:
    if place.is_file():
        return place
    if not place.is_dir():
        raise ModelNotFoundError(f"there is no model folder {place}")
    for name in GRAPHS:
        if (place / name).is_file():
            return place / name
    others = sorted(place.glob("*.onnx"))
    if len(others) == 1:
        return others[0]
    if others:
        raise ModelError(f"{place} holds {len(others)} ONNX files, none of them called {' or '.join(GRAPHS)}")
    raise ModelNotFoundError(f"{place} holds no model: {' or '.join(GRAPHS)} is missing")


def _names(graph: Path, header: Header) -> Names:
    for names in (FUNASR, SHERPA):
        if frozenset(header.inputs) == names.inputs and names.logits in header.outputs:
            return names
    raise ModelError(
        f"{graph} is not a SenseVoice model: its inputs are {', '.join(header.inputs)}, "
        f"and not those of FunASR ({', '.join(sorted(FUNASR.inputs))}) "
        f"or sherpa-onnx ({', '.join(sorted(SHERPA.inputs))})"
    )


def _pieces(folder: Path) -> tuple[str, ...]:
    listed, numbered = folder / "tokens.json", folder / "tokens.txt"
    try:
        if listed.is_file():
            return tuple(str(piece) for piece in json.loads(listed.read_text(encoding="utf-8")))
        if numbered.is_file():
            return _numbered_pieces(numbered)
    except ValueError as error:
        raise ModelError(f"the tokens file of {folder} is damaged: {error}") from error
    raise ModelNotFoundError(f"{folder} holds no vocabulary: tokens.json or tokens.txt is missing")


def _numbered_pieces(path: Path) -> tuple[str, ...]:
    # Split at line feeds only: a piece may itself be a character that str.splitlines() splits at.
    lines = [line.rstrip("\r") for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]
    pairs = [line.rpartition(" ") for line in lines]
    ids = {int(number): piece for piece, _, number in pairs}
    if sorted(ids) != list(range(len(lines))):
        raise ValueError("the ids do not run from 0 without a gap")
    return tuple(ids[index] for index in range(len(lines)))


def _cmvn(graph: Path, notes: Mapping[str, str]) -> Cmvn:
    file = graph.parent / "am.mvn"
    try:
        if "neg_mean" in notes and "inv_stddev" in notes:
            cmvn = Cmvn(_numbers(notes["neg_mean"]), _numbers(notes["inv_stddev"]))
        elif file.is_file():
            cmvn = Cmvn.parse(file.read_text(encoding="utf-8"))
        else:
            cmvn = None
    except ValueError as error:
        raise ModelError(f"the CMVN of {graph} is damaged: {error}") from error
    if cmvn is None:
        raise ModelNotFoundError(f"{graph.parent} holds no am.mvn, and {graph.name} no CMVN either")
    if {cmvn.shift.shape, cmvn.scale.shape} != {(FEATURES,)}:
        raise ModelError(f"the CMVN of {graph} has {cmvn.shift.size} numbers and not {FEATURES}")
    return cmvn


def _numbers(text: str) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
    return np.array(text.split(","), np.float32)


def _languages(notes: Mapping[str, str]) -> dict[str, int]:
    noted = {name: int(notes[f"lang_{name}"]) for name in LANGUAGES if f"lang_{name}" in notes}
    return noted or dict(LANGUAGES)


def _name(graph: Path, notes: Mapping[str, str]) -> str:
    """Return the model's own name, else its folder's."""
    said = notes.get("name") or notes.get("comment", "")
    return said.rpartition("/")[2] or graph.parent.resolve().name
