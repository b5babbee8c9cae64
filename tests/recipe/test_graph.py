import importlib

import numpy as np
import onnxruntime as ort
import pytest
from numpy.typing import NDArray

from models.recipe.graph import FUNASR, SHERPA, Contract, build
from models.recipe.weights import SENSE_VOICE_SMALL, Shape, random_weights, weight_shapes
from tests.recipe.numpy_encoder import NumpyEncoder

TINY = Shape(width=32, heads=4, inner=64, blocks=3, tp_blocks=2, vocabulary=50)
LENGTHS = np.array([20, 7, 13], np.int32)
LANGUAGES = np.array([0, 4, 3], np.int32)
NORMS = np.array([15, 14, 15], np.int32)


@pytest.fixture(scope="module")
def features() -> NDArray[np.float32]:
    pick = np.random.default_rng(3)
    return pick.standard_normal((3, 20, 560)).astype(np.float32)


def run(contract: Contract, features: NDArray[np.float32]) -> list[NDArray[np.float32]]:
    model = build(TINY, random_weights(TINY, 1), contract)
    session = ort.InferenceSession(model.SerializeToString())
    feeds = {
        contract.features: features,
        contract.lengths: LENGTHS,
        contract.language: LANGUAGES,
        contract.text_norm: NORMS,
    }
    return list(session.run(None, feeds))


@pytest.mark.parametrize("contract", [SHERPA, FUNASR], ids=["sherpa-onnx", "funasr"])
def test_a_padded_batch_gives_what_the_numpy_reference_gives_for_each_clip_alone(
    contract: Contract, features: NDArray[np.float32]
) -> None:
    logits = run(contract, features)[0]
    reference = NumpyEncoder(TINY, random_weights(TINY, 1))
    for row, length in enumerate(LENGTHS):
        queries = [int(LANGUAGES[row]), 1, 2, int(NORMS[row])]
        expected = reference.logits(features[row, :length].astype(np.float64), queries)
        np.testing.assert_allclose(logits[row, : length + 4], expected, atol=2e-5)


def test_the_funasr_layout_also_returns_lengths(features: NDArray[np.float32]) -> None:
    assert list(run(FUNASR, features)[1]) == [24, 11, 17]


def test_the_description_of_the_published_model_has_its_published_size() -> None:
    sizes = weight_shapes(SENSE_VOICE_SMALL).values()
    assert sum(int(np.prod(size)) for size in sizes) == 233_999_167


def test_the_graph_equals_the_network_that_was_trained(features: NDArray[np.float32]) -> None:
    torch = pytest.importorskip("torch", reason="the training extra is not installed")
    trained = importlib.import_module("models.recipe.train.network")
    weights = random_weights(TINY, 1)
    network = trained.Network(TINY, phonemes=10).eval()
    named = {name: torch.from_numpy(array) for name, array in weights.items()}
    missing, unexpected = network.load_state_dict(named, strict=False)
    assert not unexpected
    assert all(name.startswith("phoneme") for name in missing)
    queries = torch.tensor([[a, 1, 2, b] for a, b in zip(LANGUAGES.tolist(), NORMS.tolist(), strict=True)])
    with torch.no_grad():
        output = network(torch.from_numpy(features), torch.from_numpy(LENGTHS), queries)
    logits = run(SHERPA, features)[0]
    for row, length in enumerate(LENGTHS):
        expected = output.logits[row, : length + 4].numpy()
        np.testing.assert_allclose(logits[row, : length + 4], expected, atol=2e-5)
