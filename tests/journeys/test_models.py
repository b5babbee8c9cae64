"""From nothing to a transcript: the full-size model comes over the network, or on a stick without one."""

import json
import subprocess
import tarfile
from pathlib import Path

import pytest

from assistant.devices import places
from models.recipe.full_size.writing import cached
from tests.house.tree import ROOT
from tests.support import http_server as http
from tests.support.http_server import FileServer, folder_files
from tests.support.model_command import ModelCommand
from tests.support.model_shop import write_catalogue

NAME = "full-size"
RECORDING = str(places.resources() / "recordings" / "music.flac")
NO_NETWORK = ("unshare", "-rn")

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]


@pytest.fixture(scope="module")
def model() -> Path:
    return cached("sherpa", ROOT / ".cache" / "full-size")


def transcribed(command: ModelCommand) -> str:
    """Return which model wrote down a recording."""
    done = command.run("transcribe", "--json", RECORDING)
    assert done.returncode == 0, done.stderr
    (found,) = json.loads(done.stdout)
    return str(found["model"])


def test_an_empty_home_a_download_and_it_transcribes(model: Path, tmp_path: Path) -> None:
    command = ModelCommand(tmp_path / "home", write_catalogue(tmp_path / "catalogue.toml", model, name=NAME))
    assert transcribed(command) == "nano"
    with FileServer(folder_files(model, NAME), {"model.int8.onnx": [http.serve_large]}) as mirror:
        done = command.run(*command.download(mirror.url, NAME))
    assert done.returncode == 0, done.stderr
    assert mirror.sent == sum(path.stat().st_size for path in model.iterdir()) > 237_000_000
    assert command.run("models", "use", NAME).returncode == 0
    assert transcribed(command).startswith("random weights")
    verified = command.run("models", "verify", NAME)
    assert "only its contract was tried" in verified.stdout, verified.stderr
    assert command.run("models", "remove", NAME, "--force").returncode == 0
    assert transcribed(command) == "nano"
    left = sum(path.stat().st_size for path in (tmp_path / "home").rglob("*") if path.is_file())
    assert left < 10_000_000


def test_the_same_from_an_archive_with_the_network_refused(model: Path, tmp_path: Path) -> None:
    if subprocess.run([*NO_NETWORK, "true"], capture_output=True, check=False).returncode:
        pytest.skip("this machine lets nobody start a program without a network")
    archive = tmp_path / "stick" / "sherpa-onnx-sense-voice.tar.bz2"
    archive.parent.mkdir()
    with tarfile.open(archive, "w:bz2", compresslevel=1) as file:
        file.add(model, "sherpa-onnx-sense-voice")
    catalogue = write_catalogue(tmp_path / "catalogue.toml", model, name=NAME)
    command = ModelCommand(tmp_path / "home", catalogue, NO_NETWORK)
    refused = command.run("models", "download", NAME, "--mirror", "http://127.0.0.1:9", "--accept-licence")
    assert refused.returncode == 1
    done = command.run("models", "import", str(archive), "--accept-licence")
    assert done.returncode == 0, done.stderr
    assert command.run("models", "use", NAME).returncode == 0
    assert transcribed(command).startswith("random weights")
