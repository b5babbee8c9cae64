"""What a child process costs: emit() in this process against emit() in a child, the same graph.

Run `python -m tests.conformance.round_trip`. The decision line is 2 ms for 10 s of audio.
"""

import tempfile
import time
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from assistant.devices.onnx.isolated.model import ChildAcousticModel
from assistant.devices.onnx.layout import FEATURES, read_model
from assistant.devices.onnx.model import OnnxAcousticModel
from assistant.devices.onnx.session import SessionSettings
from assistant.recognize.ports import AcousticModel, Query

ROUNDS = 200
RANK = 8


def write_wide(folder: Path, tokens: int) -> None:
    """Write a sherpa-onnx folder whose graph is one thin matrix product onto `tokens` tokens."""
    random = np.random.default_rng(0)
    constants: dict[str, np.ndarray] = {
        "table": random.normal(size=(16, FEATURES)).astype(np.float32),
        "down": random.normal(size=(FEATURES, RANK)).astype(np.float32),
        "up": random.normal(size=(RANK, tokens)).astype(np.float32),
        "fixed": np.array([1, 2], np.int32),
        "zero": np.array([0], np.int64),
    }
    nodes = [
        helper.make_node("Concat", ["language", "fixed", "text_norm"], ["ids"], axis=0),
        helper.make_node("Gather", ["table", "ids"], ["rows"]),
        helper.make_node("Unsqueeze", ["rows", "zero"], ["queries"]),
        helper.make_node("Concat", ["queries", "x"], ["all"], axis=1),
        helper.make_node("MatMul", ["all", "down"], ["thin"]),
        helper.make_node("MatMul", ["thin", "up"], ["logits"]),
    ]
    inputs = [helper.make_tensor_value_info("x", TensorProto.FLOAT, ["N", "T", FEATURES])]
    numbers = ("x_length", "language", "text_norm")
    inputs += [helper.make_tensor_value_info(name, TensorProto.INT32, ["N"]) for name in numbers]
    logits = helper.make_tensor_value_info("logits", TensorProto.FLOAT, ["N", "L", tokens])
    initial = [numpy_helper.from_array(value, name) for name, value in constants.items()]
    model = helper.make_model(
        helper.make_graph(nodes, "wide", inputs, [logits], initial),
        opset_imports=[helper.make_opsetid("", 14)],
        ir_version=8,
    )
    zeros = ",".join(["0"] * FEATURES)
    helper.set_model_props(model, {"neg_mean": zeros, "inv_stddev": zeros, "random": "1"})
    folder.mkdir()
    onnx.save(model, folder / "model.onnx")
    (folder / "tokens.txt").write_text("".join(f"t{index} {index}\n" for index in range(tokens)))


def measure(models: tuple[AcousticModel, ...], seconds: int) -> list[np.ndarray]:
    """Return the milliseconds of every emit of each model, measured in turns."""
    features = np.random.default_rng(1).normal(size=(round(seconds / 0.06), FEATURES)).astype(np.float32)
    spent: list[list[float]] = [[] for _ in models]
    for _ in range(ROUNDS):
        for model, times in zip(models, spent, strict=True):
            begun = time.perf_counter()
            model.emit(features, Query())
            times.append((time.perf_counter() - begun) * 1000)
    return [np.array(times[5:]) for times in spent]


def main() -> None:
    """Print the table."""
    print("tokens  audio   in process p50/p95   child p50/p95   difference p50/p95 (ms)")
    with tempfile.TemporaryDirectory() as place:
        for tokens in (320, 25_055):
            folder = Path(place) / str(tokens)
            write_wide(folder, tokens)
            files = read_model(folder)
            models = (OnnxAcousticModel(files, SessionSettings()), ChildAcousticModel(files))
            for model in models:
                model.warm()
            for seconds in (2, 10, 28):
                here, there = (np.percentile(times, (50, 95)) for times in measure(models, seconds))
                print(
                    f"{tokens:6d}  {seconds:3d} s   {here[0]:8.2f} {here[1]:8.2f}   "
                    f"{there[0]:6.2f} {there[1]:6.2f}   {there[0] - here[0]:6.2f} {there[1] - here[1]:6.2f}"
                )
            for model in models:
                model.close()


if __name__ == "__main__":
    main()
