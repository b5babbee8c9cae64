"""Downloads over TLS: a certificate that nobody knows, and a mirror that gives encryption up on the way."""

import shutil
import ssl
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.devices.store.catalogue import read_catalogue
from assistant.devices.store.shelf import Shelf
from assistant.devices.store.store import Consent, ModelStore
from assistant.devices.store.transfer.wishes import TransferSettings, Wishes
from assistant.errors import DownloadError, UnsafeRedirectError
from tests.support import http_server as http
from tests.support.http_server import FileServer, folder_files
from tests.support.model_shop import NAME, ModelShop, open_shop

YES = Consent(lambda _model: True)


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> ModelShop:
    return open_shop(tmp_path_factory.mktemp("shop"))


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    if shutil.which("openssl") is None:
        pytest.skip("openssl is not here, so no certificate can be made")
    folder = tmp_path_factory.mktemp("tls")
    key, own = folder / "key.pem", folder / "own.pem"
    arguments = (
        "req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost -addext subjectAltName=DNS:localhost"
    )
    subprocess.run(
        ["openssl", *arguments.split(), "-keyout", str(key), "-out", str(own)],
        check=True,
        capture_output=True,
    )
    return own, key


@pytest.fixture
def mirror(shop: ModelShop, certificate: tuple[Path, Path]) -> Iterator[tuple[FileServer, str]]:
    server = FileServer(folder_files(shop.folder, NAME))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(*certificate)
    server.server.socket = context.wrap_socket(server.server.socket, server_side=True)
    with server:
        yield server, f"https://localhost:{server.server.server_port}"


def download(shop: ModelShop, folder: Path, url: str) -> Path:
    store = ModelStore(read_catalogue(shop.catalogue), Shelf(folder))
    return store.download(NAME, YES, Wishes((url,), transfer=TransferSettings(stall_s=3, pause_s=0.01)))


def test_a_certificate_that_nobody_knows_is_told(
    shop: ModelShop, mirror: tuple[FileServer, str], tmp_path: Path
) -> None:
    with pytest.raises(
        DownloadError, match=r"certificate of localhost.* is not trusted here.*company's proxy"
    ):
        download(shop, tmp_path, mirror[1])


def test_a_certificate_that_the_system_knows_will_do(
    shop: ModelShop,
    mirror: tuple[FileServer, str],
    certificate: tuple[Path, Path],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate[0]))
    assert (download(shop, tmp_path, mirror[1]) / "tokens.txt").is_file()


def test_encryption_is_not_given_up_on_the_way(
    shop: ModelShop,
    mirror: tuple[FileServer, str],
    certificate: tuple[Path, Path],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate[0]))
    with FileServer(folder_files(shop.folder, NAME)) as plain:
        mirror[0].scripts["model.int8.onnx"] = [http.redirected(f"{plain.url}/{NAME}/model.int8.onnx")]
        with pytest.raises(UnsafeRedirectError, match="without encryption"):
            download(shop, tmp_path, mirror[1])
        assert plain.requests == []
