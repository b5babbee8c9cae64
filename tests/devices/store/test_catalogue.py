"""The catalogue: what ships in it, what it refuses, and what it is not allowed to say."""

import json
import shutil
from pathlib import Path

import pytest

from assistant.devices.onnx.refused import REFUSED
from assistant.devices.store.catalogue import read_catalogue
from assistant.devices.store.store import Consent, ModelStore
from assistant.errors import ModelError, ModelRefusedError
from tests.support.model_shop import ModelShop, open_shop, sha256

TRUSTED = Consent(lambda _model: True, trust=True)


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ASSISTANT_HOME", str(tmp_path / "home"))


@pytest.fixture
def shop(tmp_path: Path) -> ModelShop:
    return open_shop(tmp_path)


def test_the_export_of_2025_09_09_is_refused_by_its_hash(shop: ModelShop, tmp_path: Path) -> None:
    shipped = read_catalogue()
    assert REFUSED[0].sha256 in shipped.refused
    assert "7305f7905bfcf77fa0b39388a313f3da35c68d971661a65475b56fb2162c8e63" in shipped.refused
    archive = Path(shutil.make_archive(str(tmp_path / "new"), "zip", shop.folder))
    with shop.catalogue.open("a") as file:
        for path in (shop.graph, archive):
            file.write(f'\n[[refused]]\nsha256 = "{sha256(path)}"\nreason = "no punctuation, wrong tags"\n')
    store = ModelStore(read_catalogue(shop.catalogue))
    for place in (shop.folder, archive):
        with pytest.raises(ModelRefusedError, match="is not used: no punctuation, wrong tags"):
            store.take_in(place, TRUSTED)


def test_the_shipped_catalogue_is_complete() -> None:
    catalogue = read_catalogue()
    real = [model for model in catalogue.models if not model.is_bundled]
    assert {model.layout for model in real} == {"sherpa-onnx", "funasr"}
    for model in real:
        assert model.files[0].name == model.graph
        for file in model.files:
            assert len({url.split("/")[2] for url in file.urls}) >= 2, f"{model.id} needs two mirrors"
    assert any(model.graph == "model.onnx" for model in real), "a GPU needs the float32 file"
    json.dumps(sorted(catalogue.refused))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('name = "tokens.txt"', 'name = "../tokens.txt"'),
        ('id = "tiny"', 'id = ".."'),
        ("https://models.invalid/tokens.txt", "http://models.invalid/tokens.txt"),
        ('sha256 = "', 'sha256 = "zz'),
        ("bytes = ", "octets = "),
        ("[[model]]", "[[model"),
    ],
)
def test_a_damaged_catalogue_is_told(shop: ModelShop, old: str, new: str) -> None:
    shop.catalogue.write_text(shop.catalogue.read_text().replace(old, new))
    with pytest.raises(ModelError, match="is damaged"):
        read_catalogue(shop.catalogue)
