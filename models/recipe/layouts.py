"""Write a checkpoint in the two layouts that SenseVoice is published in, float32 and int8.

    python -m models.recipe.layouts nano.npz OUT

OUT/sherpa-onnx: model.onnx, model.int8.onnx, tokens.txt
OUT/funasr: model.onnx, model_quant.onnx, am.mvn, tokens.json, config.yaml, configuration.json and,
where one is given, the sentencepiece model that funasr-onnx decodes with.
Needs numpy, onnx and onnxruntime only.
"""

import argparse
import logging
import shutil
from dataclasses import dataclass
from pathlib import Path

import onnx
from onnx import ModelProto
from onnxruntime.quantization import QuantType, quantize_dynamic

from assistant.recognize.features import LFR_SHIFT, LFR_WINDOW, Cmvn, Doubles, Floats
from models.recipe import vocabulary
from models.recipe.graph import FUNASR, SHERPA, build
from models.recipe.weights import Checkpoint, Shape, load

PIECES = "chn_jpn_yue_eng_ko_spectok.bpe.model"
"""The name that funasr-onnx looks for."""
_CONFIG = """\
encoder: SenseVoiceEncoderSmall
encoder_conf:
    output_size: {shape.width}
    attention_heads: {shape.heads}
    linear_units: {shape.inner}
    num_blocks: {shape.blocks}
    tp_blocks: {shape.tp_blocks}
    input_layer: pe
    pos_enc_class: SinusoidalPositionEncoder
    normalize_before: true
    kernel_size: {shape.kernel}
    sanm_shfit: 0
    selfattention_layer_type: sanm
model: SenseVoiceSmall
model_conf:
    sos: 1
    eos: 2
    ignore_id: -1
tokenizer: SentencepiecesTokenizer
tokenizer_conf:
    bpemodel: null
    unk_symbol: <unk>
    split_with_space: true
frontend: WavFrontend
frontend_conf:
    fs: 16000
    window: hamming
    n_mels: 80
    frame_length: 25
    frame_shift: 10
    lfr_m: 7
    lfr_n: 6
    cmvn_file: null
"""


@dataclass(frozen=True)
class Writing:
    """What to write besides the weights."""

    name: str = "nano"
    """Goes into the graph's `comment`; never the name of a model that this is not."""
    author: str = "on-device-assistant"
    pieces: Path | None = None
    """Sentencepiece model for funasr-onnx."""
    float32: bool = True
    int8: bool = True
    random: bool = False
    """The weights mean nothing: marked `random=1` in the graph's metadata."""
    per_channel: bool = True
    """Of sherpa-onnx's int8 file; the FunASR layout is always per channel."""


def write_layouts(source: Path | Checkpoint, out: Path, writing: Writing | None = None) -> None:
    """Write both layouts of a checkpoint under `out`."""
    checkpoint = load(source) if isinstance(source, Path) else source
    writing = writing or Writing()
    write_sherpa(checkpoint, out / "sherpa-onnx", writing)
    write_funasr(checkpoint, out / "funasr", writing)


def write_sherpa(checkpoint: Checkpoint, out: Path, writing: Writing) -> None:
    """Write model.onnx and model.int8.onnx with metadata, and tokens.txt."""
    out.mkdir(parents=True, exist_ok=True)
    model = build(checkpoint.shape, checkpoint.weights, SHERPA)
    facts = sherpa_metadata(checkpoint, writing)
    onnx.helper.set_model_props(model, facts)
    vocabulary.write_tokens_txt(checkpoint.tokens, out / "tokens.txt")
    _write_models(model, (out / "model.onnx", out / "model.int8.onnx"), writing)


def write_funasr(checkpoint: Checkpoint, out: Path, writing: Writing) -> None:
    """Write model.onnx and model_quant.onnx with the files that FunASR keeps beside them."""
    out.mkdir(parents=True, exist_ok=True)
    model = build(checkpoint.shape, checkpoint.weights, FUNASR)
    if writing.random:
        onnx.helper.set_model_props(model, {"random": "1"})
    (out / "am.mvn").write_text(mvn_text(checkpoint.cmvn))
    (out / "config.yaml").write_text(config_text(checkpoint.shape))
    (out / "configuration.json").write_text('{"framework": "onnx", "task": "asr"}\n')
    vocabulary.write_tokens_json(checkpoint.tokens, out / "tokens.json")
    if writing.pieces:
        shutil.copyfile(writing.pieces, out / PIECES)
    always = Writing(float32=writing.float32, int8=writing.int8)
    _write_models(model, (out / "model.onnx", out / "model_quant.onnx"), always)


def _write_models(model: ModelProto, targets: tuple[Path, Path], writing: Writing) -> None:
    plain, quantised = targets
    onnx.save(model, plain)
    if writing.int8:
        # It advises a pre-processing step that would add shapes and change no weight.
        logging.getLogger().addFilter(_is_no_advice)
        try:
            quantize_dynamic(
                plain,
                quantised,
                op_types_to_quantize=["MatMul"],
                per_channel=writing.per_channel,
                weight_type=QuantType.QUInt8,
            )
        finally:
            logging.getLogger().removeFilter(_is_no_advice)
    if not writing.float32:
        plain.unlink()


def _is_no_advice(record: logging.LogRecord) -> bool:
    return "pre-processing before quantization" not in record.getMessage()


def sherpa_metadata(checkpoint: Checkpoint, writing: Writing) -> dict[str, str]:
    """Return what sherpa-onnx reads from the graph; the names are its own."""
    facts: dict[str, object] = {
        "lfr_window_size": LFR_WINDOW,
        "lfr_window_shift": LFR_SHIFT,
        "normalize_samples": 0,
        "neg_mean": _joined(checkpoint.cmvn.shift),
        "inv_stddev": _joined(checkpoint.cmvn.scale),
        "model_type": "sense_voice_ctc",
        "version": 2,
        "model_author": writing.author,
        "maintainer": writing.author,
        "vocab_size": len(checkpoint.tokens),
        "comment": writing.name,
        "blank_id": vocabulary.BLANK,
        "with_itn": vocabulary.WITH_ITN,
        "without_itn": vocabulary.WITHOUT_ITN,
        "url": "",
    }
    facts |= {f"lang_{name}": row for name, row in vocabulary.QUERIES.items()}
    if writing.random:
        facts["random"] = 1
    return {name: str(value) for name, value in facts.items()}


def _joined(values: Floats | Doubles, mark: str = ",") -> str:
    # str() of a float32 is the shortest text that reads back as the same float32.
    return mark.join(str(value) for value in values)


def mvn_text(cmvn: Cmvn) -> str:
    """Return Kaldi's am.mvn."""
    size = len(cmvn.shift)
    lines = ["<Nnet>", f"<Splice> {size} {size}", "[ 0 ]"]
    for name, values in (("AddShift", cmvn.shift), ("Rescale", cmvn.scale)):
        row = f"<LearnRateCoef> 0 [ {_joined(values, ' ')} ]"
        lines += [f"<{name}> {size} {size}", row]
    return "\n".join([*lines, "</Nnet>", ""])


def config_text(shape: Shape) -> str:
    """Return FunASR's config.yaml."""
    return _CONFIG.format(shape=shape)


def main() -> None:
    """Write both layouts from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--pieces", type=Path)
    options = parser.parse_args()
    write_layouts(options.checkpoint, options.out, Writing(pieces=options.pieces))


if __name__ == "__main__":
    main()
