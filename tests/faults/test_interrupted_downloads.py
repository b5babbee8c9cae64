"""A real `assistant models download` that is killed, stopped, raced, or out of room."""

import random
import shutil
import signal
import subprocess
import threading
from functools import partial
from pathlib import Path

import pytest

from tests.support import http_server as http
from tests.support.http_server import FileServer, folder_files
from tests.support.model_command import ModelCommand
from tests.support.model_shop import NAME, ModelShop, open_shop, sha256
from tests.support.waiting import wait_until

GRAPH = "model.int8.onnx"
SIZE = 3_000_000


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> ModelShop:
    return open_shop(tmp_path_factory.mktemp("shop"), padding=SIZE)


@pytest.fixture
def command(shop: ModelShop, tmp_path: Path) -> ModelCommand:
    return ModelCommand(tmp_path, shop.catalogue)


def test_killed_at_ten_random_positions_it_goes_on_where_it_was(
    shop: ModelShop, command: ModelCommand
) -> None:
    total = shop.graph.stat().st_size
    positions = sorted(random.Random(5).sample(range(1, total), 10))
    beside = sum(path.stat().st_size for path in shop.folder.iterdir()) - total
    for position in positions:
        had = command.parts()
        mirror = FileServer(folder_files(shop.folder, NAME), {GRAPH: [http.held(position - had)]})
        with mirror, command.start(*command.download(mirror.url)) as process:
            wait_until(partial(_has, command, position), f"{position} bytes have arrived", 30)
            process.kill()
        assert command.parts() == position
        assert mirror.sent == position - had
        assert not command.installed().exists()
    with FileServer(folder_files(shop.folder, NAME)) as mirror:
        done = command.run(*command.download(mirror.url))
    assert done.returncode == 0, done.stderr
    assert sha256(command.installed() / GRAPH) == sha256(shop.graph)
    missing = total - positions[-1] + beside
    assert missing <= mirror.sent <= 1.02 * missing


@pytest.mark.parametrize("seed", range(3))
def test_killed_in_full_flight_it_fetches_only_what_is_missing(
    shop: ModelShop, command: ModelCommand, seed: int
) -> None:
    wanted = random.Random(seed).randrange(1, shop.graph.stat().st_size // 2)
    mirror = FileServer(folder_files(shop.folder, NAME), {GRAPH: [http.paced]})
    with mirror, command.start(*command.download(mirror.url)) as process:
        wait_until(lambda: command.parts() >= wanted, "half of it", 30)
        process.kill()
    kept = command.parts()
    assert wanted <= kept < shop.graph.stat().st_size
    with FileServer(folder_files(shop.folder, NAME)) as mirror:
        done = command.run(*command.download(mirror.url))
    assert done.returncode == 0, done.stderr
    assert mirror.sent <= 1.02 * (sum(path.stat().st_size for path in shop.folder.iterdir()) - kept)
    assert sha256(command.installed() / GRAPH) == sha256(shop.graph)


def test_control_c_is_a_pause(shop: ModelShop, command: ModelCommand) -> None:
    with FileServer(folder_files(shop.folder, NAME), {GRAPH: [http.held(1_000_000), http.serve]}) as mirror:
        with command.start(*command.download(mirror.url)) as process:
            wait_until(lambda: command.parts() == 1_000_000, "a part has arrived", 30)
            process.send_signal(signal.SIGINT)
            _, told = process.communicate(timeout=20)
        assert process.returncode == 130
        assert "run the same command again" in told
        assert command.run(*command.download(mirror.url)).returncode == 0
    assert mirror.requests[1] == (f"/{NAME}/{GRAPH}", "bytes=1000000-")


def test_two_at_once_fetch_it_once(shop: ModelShop, command: ModelCommand) -> None:
    with FileServer(folder_files(shop.folder, NAME)) as mirror:
        release = threading.Event()

        def slow(request: http.Request) -> None:
            release.wait(30)
            http.serve(request)

        mirror.scripts[GRAPH] = [slow]
        with command.start(*command.download(mirror.url)) as first:
            wait_until(lambda: len(mirror.requests) == 1, "the first has asked", 30)
            with command.start(*command.download(mirror.url)) as second:
                assert second.stderr is not None
                assert "another assistant is at work on tiny; waiting" in second.stderr.readline()
                release.set()
                assert first.wait(30) == 0
                assert second.wait(30) == 0
    assert mirror.sent == sum(path.stat().st_size for path in shop.folder.iterdir())
    assert sha256(command.installed() / GRAPH) == sha256(shop.graph)


def test_a_full_disk_is_told_before_anything_is_fetched(shop: ModelShop, command: ModelCommand) -> None:
    if shutil.which("unshare") is None:
        pytest.skip("unshare is not here, so no small disk can be made")
    script = 'mount -t tmpfs -o size=2m none "$0" && exec "$@"'
    small = ModelCommand(
        command.home, command.catalogue, ("unshare", "-rm", "sh", "-c", script, str(command.home))
    )
    if subprocess.run([*small.before, "true"], capture_output=True, check=False).returncode:
        pytest.skip("this machine lets nobody mount a small disk")
    with FileServer(folder_files(shop.folder, NAME)) as mirror:
        done = small.run(*command.download(mirror.url))
    assert done.returncode == 1
    assert "no room for the 3.0 MB still to come" in done.stderr
    assert "make some, then run the same command again" in done.stderr
    assert mirror.requests == []


def test_a_disk_that_fills_up_on_the_way_is_told(shop: ModelShop, command: ModelCommand) -> None:
    # The limit on the size of a file stands for the disk: writing beyond it fails in the same way.
    limited = ModelCommand(
        command.home, command.catalogue, ("sh", "-c", 'ulimit -f 2000; exec "$@"', "limited")
    )
    with FileServer(folder_files(shop.folder, NAME)) as mirror:
        done = limited.run(*command.download(mirror.url))
        assert done.returncode == 1
        assert "no room for" in done.stderr
        assert command.parts() > 900_000
        before = mirror.sent
        assert command.run(*command.download(mirror.url)).returncode == 0
    assert mirror.sent - before < SIZE


def _has(command: ModelCommand, size: int) -> bool:
    return command.parts() == size
