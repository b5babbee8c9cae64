"""A language model on another computer: a network of its own, with one in it, and real certificates."""

import json
import os
import shutil
import ssl
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.tree import ROOT

THERE = "10.99.0.1"
"""An address that only the network namespace of the test has."""
PROGRAM = r"""
import json, ssl, subprocess, sys
from contextlib import ExitStack
from pathlib import Path
from assistant.errors import ConsultError
from tests.support.chat_server import ChatServer
from tests.support.language_model import ModelShelf, replies, said

there, folder, name, trusts = sys.argv[1], Path(sys.argv[2]), sys.argv[3], Path(sys.argv[4]).resolve()
subprocess.run(["ip", "link", "set", "lo", "up"], check=True)
subprocess.run(["ip", "addr", "add", f"{there}/24", "dev", "lo"], check=True)
if trusts.is_file():
    subprocess.run(["mount", "--bind", folder / "own.pem", trusts], check=True)
told = {}
with ExitStack() as models, ChatServer(address=there) as server:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "own.pem", folder / "key.pem")
    server.server.socket = context.wrap_socket(server.server.socket, server_side=True)
    shelf = ModelShelf(folder, models)
    for remote in (False, True):
        for scheme in ("http", "https"):
            url = f"{scheme}://{name}:{server.port}"
            model = shelf.model(url, remote=remote, resolve=lambda host, port: (there,))
            model.warm()
            try:
                answer = said(replies(model))
            except ConsultError as error:
                answer = f"{type(error).__name__}: {error}"
            told[f"{scheme} {'allowed' if remote else 'not allowed'}"] = [answer, len(server.requests)]
    told["log"] = [[one.is_remote, one.server.rpartition(":")[0]] for one in shelf.ledger.entries()]
print(json.dumps(told))
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with a certificate for llm.test, signed by itself, and its key."""
    for needed in ("openssl", "unshare", "ip", "mount"):
        if shutil.which(needed) is None:
            pytest.skip(f"{needed} is not here, so there is no other computer")
    subject = "req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=llm.test"
    more = ["-addext", "subjectAltName=DNS:llm.test", "-keyout", "key.pem", "-out", "own.pem"]
    subprocess.run(["openssl", *subject.split(), *more], cwd=tmp_path, check=True, capture_output=True)
    return tmp_path


def _told(folder: Path, name: str, *, by: str = "system") -> dict[str, list[object]]:
    """Return what came of every kind of address; the certificate is trusted by the system or a variable."""
    trusted = ssl.get_default_verify_paths().openssl_cafile
    if not Path(trusted).is_file():
        pytest.skip(f"this system's certificates are not in {trusted}, so none can be put there")
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    if by == "variable":
        environment["SSL_CERT_FILE"] = str(folder / "own.pem")
    place = trusted if by == "system" else "/nowhere"
    command = ["unshare", "-rnm", sys.executable, "-c", PROGRAM, THERE, str(folder), name, place]
    done = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=100, check=False
    )
    assert done.returncode == 0, done.stderr
    found: dict[str, list[object]] = json.loads(done.stdout.splitlines()[-1])
    return found


def test_another_computer_is_told_only_what_is_allowed_and_encrypted(folder: Path) -> None:
    told = _told(folder, "llm.test")
    assert "not this computer" in str(told["http not allowed"])
    assert "not this computer" in str(told["https not allowed"])
    assert "encryption" in str(told["http allowed"])
    assert [told[each][1] for each in ("http not allowed", "https not allowed", "http allowed")] == [0, 0, 0]
    assert told["https allowed"] == ["Hello, world.", 1]
    assert told["log"] == [[True, "https://llm.test"]]


@pytest.mark.parametrize(("name", "by"), [("other.test", "system"), ("llm.test", "variable")])
def test_a_certificate_of_somebody_else_is_refused(folder: Path, name: str, by: str) -> None:
    told = _told(folder, name, by=by)
    assert "certificate" in str(told["https allowed"])
    assert "nothing was sent" in str(told["https allowed"])
    assert told["https allowed"][1] == 0
    assert told["log"] == []
