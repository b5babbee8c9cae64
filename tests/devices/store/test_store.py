"""The store: what is listed, taken in, verified, used and removed."""

import os
import shutil
import tarfile
from pathlib import Path

import pytest

from assistant.devices import places
from assistant.devices.onnx.layout import FUNASR, SHERPA, read_model
from assistant.devices.settings_file import SettingsFile
from assistant.devices.store.catalogue import CatalogueModel, read_catalogue
from assistant.devices.store.progress import Progress, Step
from assistant.devices.store.store import Consent, ModelStore
from assistant.devices.store.transfer.wishes import TransferSettings, Wishes
from assistant.errors import (
    CancelledError,
    DamagedModelError,
    LicenceError,
    ModelBusyError,
    ModelError,
    ModelNotFoundError,
    ModelRefusedError,
)
from tests.support import graphs
from tests.support.http_server import FileServer, folder_files
from tests.support.model_shop import NAME, ModelShop, open_shop, sha256, write_catalogue

YES = Consent(lambda _model: True)
TRUSTED = Consent(lambda _model: True, trust=True)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("ASSISTANT_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture
def shop(tmp_path: Path) -> ModelShop:
    return open_shop(tmp_path)


@pytest.fixture
def store(shop: ModelShop) -> ModelStore:
    return ModelStore(read_catalogue(shop.catalogue))


def leftovers(store: ModelStore) -> list[str]:
    """Return what lies about besides installed models and locks."""
    if not store.shelf.arriving.exists():
        return []
    return [path.name for path in store.shelf.arriving.iterdir() if path.suffix != ".lock"]


def test_a_known_model_is_taken_in_from_a_folder(store: ModelStore, shop: ModelShop) -> None:
    place = store.take_in(shop.folder, YES)
    assert place.name == NAME
    assert read_model(place).description.layout == "sherpa-onnx"
    assert sha256(place / "model.int8.onnx") == sha256(shop.graph)
    assert "Nobody" in (place / "ATTRIBUTION.txt").read_text(encoding="utf-8")
    assert "keep its name, SenseVoiceSmall" in (place / "ATTRIBUTION.txt").read_text(encoding="utf-8")
    assert store.entry(NAME).place == place
    assert leftovers(store) == []


def test_a_whole_stick_is_searched(store: ModelStore, shop: ModelShop, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    shutil.copytree(shop.folder, stick / "models" / "sense voice")
    (stick / "holiday.jpg").write_bytes(b"x")
    assert store.take_in(stick, YES).name == NAME


@pytest.mark.parametrize("kind", ["bztar", "gztar", "zip"])
def test_an_archive_is_taken_in_alone_and_on_a_stick(
    store: ModelStore, shop: ModelShop, tmp_path: Path, kind: str
) -> None:
    stick = tmp_path / "stick"
    archive = shutil.make_archive(str(stick / "model"), kind, shop.folder.parent)
    for place in (Path(archive), stick):
        assert sha256(store.take_in(place, YES) / "model.int8.onnx") == sha256(shop.graph)
        store.remove(NAME)
    assert leftovers(store) == []


def test_the_licence_comes_first(store: ModelStore, shop: ModelShop) -> None:
    asked: list[CatalogueModel] = []

    def refuse(model: CatalogueModel) -> bool:
        asked.append(model)
        return False

    with pytest.raises(LicenceError, match="--accept-licence"):
        store.take_in(shop.folder, Consent(refuse))
    with pytest.raises(LicenceError, match="--accept-licence"):
        store.download(NAME, Consent(refuse))
    assert [model.id for model in asked] == [NAME, NAME]
    assert store.entry(NAME).place is None


def test_a_file_that_was_changed_is_refused(store: ModelStore, shop: ModelShop) -> None:
    (shop.folder / "tokens.txt").write_text("<unk> 0\n")
    with pytest.raises(DamagedModelError, match=r"tokens\.txt is not the file that belongs to tiny"):
        store.take_in(shop.folder, YES)
    (shop.folder / "tokens.txt").unlink()
    with pytest.raises(ModelNotFoundError, match=r"lacks tokens\.txt"):
        store.take_in(shop.folder, YES)
    assert leftovers(store) == []


def test_an_unknown_model_has_to_be_trusted(store: ModelStore, tmp_path: Path) -> None:
    own = graphs.write_folder(tmp_path / "My Own Model", FUNASR)
    with pytest.raises(ModelRefusedError, match="add --trust"):
        store.take_in(own, YES)
    place = store.take_in(own, TRUSTED)
    assert place.name == "my-own-model"
    assert read_model(place).description.layout == "funasr"
    entry = store.entry("my-own-model")
    assert (entry.model, entry.is_used) == (None, False)
    assert store.take_in(own, TRUSTED, "other.name").name == "other.name"
    with pytest.raises(ModelRefusedError, match="is the name of a model of the catalogue"):
        store.take_in(own, TRUSTED, NAME)
    for name in ("../up", ".hidden", "a/b"):
        with pytest.raises(ModelRefusedError, match="can't be the name of a model"):
            store.take_in(own, TRUSTED, name)


def test_a_trusted_model_without_its_vocabulary_is_not_installed(store: ModelStore, tmp_path: Path) -> None:
    own = graphs.write_folder(tmp_path / "own", FUNASR)
    (own / "tokens.json").unlink()
    with pytest.raises(ModelNotFoundError, match="no vocabulary"):
        store.take_in(own, TRUSTED)
    assert store.shelf.names() == []
    assert leftovers(store) == []


def test_several_models_at_once_are_told_apart(store: ModelStore, tmp_path: Path) -> None:
    for name in "ab":
        graphs.write_folder(tmp_path / "stick" / name, SHERPA)
    with pytest.raises(ModelRefusedError, match="holds 2 models"):
        store.take_in(tmp_path / "stick", TRUSTED)
    (tmp_path / "empty").mkdir()
    with pytest.raises(ModelNotFoundError, match=r"no \.onnx file"):
        store.take_in(tmp_path / "empty", YES)
    with pytest.raises(ModelNotFoundError, match="is the stick plugged in"):
        store.take_in(tmp_path / "nowhere", YES)


def test_verifying_hashes_again(store: ModelStore, shop: ModelShop) -> None:
    place = store.take_in(shop.folder, YES)
    (place / "tokens.txt").write_bytes(b"x" * (place / "tokens.txt").stat().st_size)
    with pytest.raises(DamagedModelError, match=r"tokens\.txt has changed on the disk"):
        store.verify(NAME)
    (place / "tokens.txt").unlink()
    with pytest.raises(DamagedModelError, match=r"tokens\.txt is missing"):
        store.verify(NAME)


def test_verifying_speaks_to_the_model(store: ModelStore, shop: ModelShop) -> None:
    spoken = store.verify("nano").spoken
    assert spoken.words > 0
    assert spoken.right >= 0.5 * spoken.words
    store.take_in(shop.folder, YES)
    with pytest.raises(DamagedModelError, match="recognised 0 of"):
        store.verify(NAME)  # its graph says what its features say, which are no words


def test_of_a_random_model_only_the_contract_is_verified(tmp_path: Path) -> None:
    folder = graphs.write_folder(tmp_path / "tiny", SHERPA, notes={"random": "1"})
    store = ModelStore(read_catalogue(write_catalogue(tmp_path / "c.toml", folder)))
    store.take_in(folder, YES)
    assert store.verify(NAME).spoken.is_random


def test_the_model_that_is_used_stands_in_the_settings(store: ModelStore, shop: ModelShop) -> None:
    assert store.entry("nano").is_used
    place = store.take_in(shop.folder, YES)
    with pytest.raises(ModelNotFoundError, match="there is no model 'other'"):
        store.use("other")
    store.use(NAME)
    assert SettingsFile().read().recognize.model == place
    assert [one.name for one in store.entries() if one.is_used] == [NAME]
    store.use("nano")
    assert SettingsFile().read().recognize.model is None


def test_settings_that_cannot_be_read_are_not_overwritten(store: ModelStore, shop: ModelShop) -> None:
    store.take_in(shop.folder, YES)
    file = SettingsFile().path
    file.parent.mkdir(parents=True)
    file.write_text("this is = not [toml")
    with pytest.raises(ModelError, match="the settings were not changed"):
        store.use(NAME)
    assert file.read_text() == "this is = not [toml"


def test_removing_frees_what_was_made_of_it_and_never_takes_what_runs(
    store: ModelStore, shop: ModelShop
) -> None:
    place = store.take_in(shop.folder, YES)
    prepared = places.places().prepared / f"{sha256(shop.graph)}-1.31-avx512"
    prepared.mkdir(parents=True)
    (prepared / "graph.onnx").write_bytes(bytes(1000))
    other = places.places().prepared / ("0" * 64)
    other.mkdir()
    store.use(NAME)
    with pytest.raises(ModelBusyError, match="is in use"):
        store.remove(NAME)
    assert store.remove(NAME, even_if_used=True) >= shop.graph.stat().st_size + 1000
    assert not place.exists()
    assert not prepared.exists()
    assert other.exists()
    assert store.entry("nano").is_used
    with pytest.raises(ModelRefusedError, match="nano came with the assistant and stays"):
        store.remove("nano", even_if_used=True)
    with pytest.raises(ModelNotFoundError, match="is not installed"):
        store.remove(NAME)


def test_installing_again_replaces_in_one_step(store: ModelStore, shop: ModelShop) -> None:
    place = store.take_in(shop.folder, YES)
    (place / "tokens.txt").write_text("broken")
    assert store.take_in(shop.folder, YES) == place
    assert (place / "tokens.txt").read_bytes() == (shop.folder / "tokens.txt").read_bytes()
    assert leftovers(store) == []


def test_a_model_that_is_there_is_not_fetched_again(store: ModelStore, shop: ModelShop) -> None:
    store.take_in(shop.folder, YES)
    assert store.download(NAME, Consent()) == store.shelf.place(NAME)
    assert store.download("nano", Consent()) == places.nano_model()


def test_where_no_mirror_has_the_files_the_archive_will_do(tmp_path: Path, shop: ModelShop) -> None:
    archive = tmp_path / "all.tar.bz2"
    with tarfile.open(archive, "w:bz2") as file:
        file.add(shop.folder, "sherpa-thing")
    write_catalogue(shop.catalogue, shop.folder, archive=archive)
    told: list[Progress] = []
    store = ModelStore(read_catalogue(shop.catalogue), report=told.append)
    with FileServer({f"/{NAME}/all.tar.bz2": archive}) as mirror:
        place = store.download(NAME, YES, Wishes((mirror.url,), transfer=TransferSettings(pause_s=0.01)))
    assert sha256(place / "model.int8.onnx") == sha256(shop.graph)
    assert any("all.tar.bz2, which holds the same files" in one.message for one in told)
    assert leftovers(store) == []


class _Stop:
    """A cancellation that comes with the first bytes."""

    is_set = False

    def watch(self, stop: object) -> object:
        return lambda: None


def test_a_download_can_be_cancelled_and_keeps_what_came(tmp_path: Path) -> None:
    shop = open_shop(tmp_path, padding=2_000_000)
    stop = _Stop()

    def report(progress: Progress) -> None:
        stop.is_set = progress.step is Step.DOWNLOADING

    store = ModelStore(read_catalogue(shop.catalogue), report=report)
    with FileServer(folder_files(shop.folder, NAME)) as mirror:
        with pytest.raises(CancelledError):
            store.download(NAME, YES, Wishes((mirror.url,)), stop)  # type: ignore[arg-type]  # as much as is asked
        assert leftovers(store) == [f"{NAME}.parts"]
        assert store.download(NAME, YES, Wishes((mirror.url,))).is_dir()


def test_what_a_killed_import_left_goes_with_time(store: ModelStore, shop: ModelShop) -> None:
    old, young = (store.shelf.arriving / name for name in ("import.old", "import.young"))
    for folder in (old, young):
        folder.mkdir(parents=True)
    os.utime(old, (0, 0))
    store.take_in(shop.folder, YES)
    assert leftovers(store) == ["import.young"]
