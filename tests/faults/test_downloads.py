"""What a network can do to a download: each row a real server that misbehaves in that way.

Whatever happens, one sentence says what and what next, and nothing half-written is ever installed.
"""

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from assistant.devices.onnx.layout import read_model
from assistant.devices.store.catalogue import read_catalogue
from assistant.devices.store.progress import Progress, Step
from assistant.devices.store.shelf import Shelf
from assistant.devices.store.store import Consent, ModelStore
from assistant.devices.store.transfer.wishes import TransferSettings, Wishes
from assistant.errors import (
    BrokenDownloadError,
    CaptivePortalError,
    DownloadError,
    ModelError,
    StalledDownloadError,
    UnsafeRedirectError,
    WrongContentError,
)
from tests.support import http_server as http
from tests.support.http_server import Behaviour, FileServer, folder_files
from tests.support.model_shop import NAME, ModelShop, open_shop

PADDING = 300_000
IMPATIENT = TransferSettings(stall_s=0.4, pause_s=0.01)
GRAPH = "model.int8.onnx"


@dataclass
class Desk:
    """A store in an empty home, and what it said."""

    store: ModelStore
    told: list[Progress]

    def download(self, *mirrors: str, transfer: TransferSettings = IMPATIENT) -> Path:
        yes = Consent(lambda _model: True)
        return self.store.download(NAME, yes, Wishes(mirrors, transfer=transfer))

    @property
    def notes(self) -> str:
        return " ".join(one.message for one in self.told if one.step is Step.NOTE)

    @property
    def part(self) -> int:
        """Bytes of the graph that are kept."""
        found = list(self.store.shelf.parts(NAME).glob("*.part"))
        return found[0].stat().st_size if found else 0


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> ModelShop:
    return open_shop(tmp_path_factory.mktemp("shop"), padding=PADDING)


@pytest.fixture
def desk(shop: ModelShop, tmp_path: Path) -> Desk:
    told: list[Progress] = []
    store = ModelStore(read_catalogue(shop.catalogue), Shelf(tmp_path / "models"), told.append)
    return Desk(store, told)


@pytest.fixture
def mirror(shop: ModelShop) -> Iterator[FileServer]:
    with FileServer(folder_files(shop.folder, NAME)) as server:
        yield server


FAILS: list[tuple[str, list[Behaviour], type[ModelError], str]] = [
    ("a captive portal's page", [http.page], CaptivePortalError, "web page.*sign in to this network"),
    ("a page in disguise", [http.disguised_page], CaptivePortalError, "web page"),
    ("sign-in wanted (511)", [http.status(511)], CaptivePortalError, "sign in"),
    ("a body that ends early", [http.truncated(0)], BrokenDownloadError, "ended after 0 of"),
    ("wrong bytes", [http.corrupt], WrongContentError, "wrong SHA-256, and was thrown away"),
    ("another file of that name", [http.other_size], WrongContentError, "1,000 bytes instead of"),
    ("a body without end", [http.endless], WrongContentError, "more than the"),
    ("a redirect loop", [http.redirected("")], UnsafeRedirectError, "in a circle"),
    ("a redirect to another protocol", [http.redirected("ftp://a.b/c")], DownloadError, "ftp"),
    ("a server that stalls", [http.held(1000)], StalledDownloadError, "stopped sending"),
    ("a server that never answers", [http.silent], StalledDownloadError, "does not answer"),
    ("a server that drips", [http.held(0, drip=True)], StalledDownloadError, "next to nothing"),
    ("no such file (404)", [http.status(404)], DownloadError, "404"),
    ("forbidden (403)", [http.status(403)], DownloadError, "403"),
    ("an overloaded server (503)", [http.status(503)], BrokenDownloadError, "503"),
    ("a proxy that wants a password", [http.status(407)], DownloadError, "name and a password"),
    ("no HTTP at all", [http.babble], BrokenDownloadError, "no connection to"),
    ("a server that hangs up", [http.hung_up], BrokenDownloadError, "no connection to"),
]


@pytest.mark.parametrize(
    ("script", "error", "sentence"), [row[1:] for row in FAILS], ids=[row[0] for row in FAILS]
)
def test_a_fault_is_told_in_one_sentence_with_a_next_step(
    desk: Desk, mirror: FileServer, script: list[Behaviour], error: type[ModelError], sentence: str
) -> None:
    mirror.scripts[GRAPH] = list(script)
    with pytest.raises(error) as caught:
        desk.download(mirror.url)
    told = str(caught.value)
    assert re.search(sentence, told)
    assert "Next: " in told
    assert "\n" not in told
    assert desk.store.entry(NAME).place is None


HEALS: list[tuple[str, list[Behaviour], str]] = [
    ("ends early, three times", [*[http.truncated(50_000)] * 3, http.serve], ""),
    ("stalls once", [http.held(100_000), http.serve], ""),
    ("is overloaded once", [http.status(503), http.serve], ""),
    ("hangs up once", [http.hung_up, http.serve], ""),
    ("knows no Range", [http.truncated(100_000), http.rangeless], "can't resume; starting over"),
    (
        "refuses every Range (416)",
        [http.truncated(100_000), http.range_refused],
        "can't resume; starting over",
    ),
    (
        "sends another part than asked for",
        [http.truncated(100_000), http.wrong_range],
        "can't resume; starting over",
    ),
    ("redirects once", [http.redirected("./elsewhere"), http.serve], ""),
]


@pytest.mark.parametrize(("script", "noted"), [row[1:] for row in HEALS], ids=[row[0] for row in HEALS])
def test_a_fault_that_can_be_healed_is_healed(
    desk: Desk, mirror: FileServer, shop: ModelShop, script: list[Behaviour], noted: str
) -> None:
    mirror.files[f"/{NAME}/elsewhere"] = shop.graph
    mirror.scripts[GRAPH] = list(script)
    place = desk.download(mirror.url)
    assert (place / GRAPH).read_bytes() == shop.graph.read_bytes()
    assert read_model(place).description.layout == "sherpa-onnx"
    assert noted in desk.notes


@pytest.mark.parametrize("fault", [http.page, http.corrupt, http.status(404), http.held(1000)])
def test_the_next_mirror_is_asked(desk: Desk, mirror: FileServer, shop: ModelShop, fault: Behaviour) -> None:
    bad = FileServer(folder_files(shop.folder, NAME))
    bad.scripts[GRAPH] = [fault]
    with bad:
        place = desk.download(bad.url, mirror.url)
    assert (place / GRAPH).read_bytes() == shop.graph.read_bytes()
    assert "asking the next mirror" in desk.notes


def test_what_has_arrived_outlives_a_lost_network(desk: Desk, mirror: FileServer, shop: ModelShop) -> None:
    mirror.scripts[GRAPH] = [http.truncated(200_000), http.hung_up]
    with pytest.raises(BrokenDownloadError):
        desk.download(mirror.url)
    assert desk.part == 200_000
    del mirror.scripts[GRAPH]
    before = mirror.sent
    desk.download(mirror.url)
    rest = sum(path.stat().st_size for path in shop.folder.iterdir()) - 200_000
    assert mirror.sent - before == rest


def test_a_portal_in_the_middle_costs_nothing_that_has_arrived(desk: Desk, mirror: FileServer) -> None:
    mirror.scripts[GRAPH] = [http.truncated(200_000), http.page]
    with pytest.raises(CaptivePortalError):
        desk.download(mirror.url)
    assert desk.part == 200_000


def test_a_part_that_was_damaged_on_the_disk_is_fetched_anew(
    desk: Desk, mirror: FileServer, shop: ModelShop
) -> None:
    mirror.scripts[GRAPH] = [http.truncated(200_000), http.status(404)]
    with pytest.raises(DownloadError):
        desk.download(mirror.url)
    part = next(desk.store.shelf.parts(NAME).glob("*.part"))
    part.write_bytes(bytes(200_000))
    del mirror.scripts[GRAPH]
    assert (desk.download(mirror.url) / GRAPH).read_bytes() == shop.graph.read_bytes()
    assert "damaged; starting over" in desk.notes


def test_killed_before_it_was_installed_nothing_is_fetched_again(
    desk: Desk, mirror: FileServer, shop: ModelShop
) -> None:
    shutil.copytree(shop.folder, desk.store.shelf.parts(NAME))
    assert (desk.download(mirror.url) / GRAPH).read_bytes() == shop.graph.read_bytes()
    assert mirror.sent == 0


def test_a_host_that_is_not_there_is_told(desk: Desk) -> None:
    with pytest.raises(BrokenDownloadError, match=r"mirror\.invalid can't be found, or there is no network"):
        desk.download("https://mirror.invalid")


def test_a_closed_door_is_told(desk: Desk) -> None:
    with FileServer({}) as gone:
        url = gone.url
    with pytest.raises(BrokenDownloadError, match="refused"):
        desk.download(url)


def test_every_mirror_that_failed_is_named(desk: Desk, shop: ModelShop) -> None:
    with FileServer({}) as one, FileServer({}) as other:
        one.scripts[GRAPH] = [http.page]
        with pytest.raises(DownloadError) as caught:
            desk.download(one.url, other.url)
    for server in (one, other):
        assert server.url.removeprefix("http://") in str(caught.value)


@pytest.mark.parametrize("url", ["http://models.example.org/x", "ftp://here/x", "nonsense"])
def test_a_mirror_without_encryption_has_to_be_at_home(desk: Desk, url: str) -> None:
    with pytest.raises(DownloadError, match="https://"):
        desk.download(url)


def test_a_proxy_is_used(desk: Desk, mirror: FileServer, shop: ModelShop) -> None:
    through = TransferSettings(proxy=mirror.url, stall_s=2)
    mirror.files |= folder_files(shop.folder, f"sub/{NAME}")
    place = desk.download("http://models.lan/sub", transfer=through)
    assert (place / GRAPH).is_file()


def test_a_proxy_of_the_environment_is_used(
    desk: Desk, mirror: FileServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", mirror.url)
    monkeypatch.delenv("no_proxy", raising=False)
    desk.download("http://models.lan")
    assert len(mirror.requests) == 2


def test_a_proxy_of_another_kind_is_told(desk: Desk) -> None:
    with pytest.raises(DownloadError, match="http://host:port"):
        desk.download("https://mirror.invalid", transfer=TransferSettings(proxy="socks5://localhost:1"))
