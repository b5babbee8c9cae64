"""Where text may go."""

import pytest

from assistant.devices.consult.address import ServerAddress, check
from assistant.devices.consult.lookup import look_up
from assistant.errors import AddressRefusedError, ConsultError, UnreachableError

READ = [
    ("http://127.0.0.1:8080", "http://127.0.0.1:8080", ""),
    ("http://127.0.0.1:8080/", "http://127.0.0.1:8080", ""),
    ("http://127.0.0.1:8080/v1", "http://127.0.0.1:8080", ""),
    ("http://127.0.0.1:8080/v1/", "http://127.0.0.1:8080", ""),
    ("localhost:11434", "http://localhost:11434", ""),
    ("LOCALHOST", "http://localhost:80", ""),
    ("https://api.example.com/openai/v1", "https://api.example.com:443", "/openai"),
    ("http://[::1]:1234", "http://[::1]:1234", ""),
    (" http://127.0.0.1:1 ", "http://127.0.0.1:1", ""),
    ("https://bücher.example", "https://xn--bcher-kva.example:443", ""),
]


@pytest.mark.parametrize(("text", "origin", "path"), READ)
def test_an_address_is_read_as_it_is_written(text: str, origin: str, path: str) -> None:
    server = ServerAddress.read(text)
    assert (server.origin, server.path) == (origin, path)


@pytest.mark.parametrize(
    "text",
    ["", "  ", "ftp://127.0.0.1", "http://", "http://127.0.0.1:99999", "http://[::1", "file:///etc/passwd"],
)
def test_what_is_no_address_is_refused(text: str) -> None:
    with pytest.raises(ConsultError):
        ServerAddress.read(text)


@pytest.mark.parametrize(
    "text", ["http://me:sk-123@127.0.0.1", "http://127.0.0.1/?key=sk-123", "sk-123@nowhere"]
)
def test_a_key_in_an_address_is_refused_and_not_repeated(text: str) -> None:
    with pytest.raises(ConsultError) as refused:
        ServerAddress.read(text)
    assert "sk-123" not in str(refused.value)


def _check(text: str, *numbers: str, remote: bool = False) -> bool:
    return check(ServerAddress.read(text), lambda host, port: numbers, is_remote_allowed=remote).is_local


@pytest.mark.parametrize("number", ["127.0.0.1", "127.3.2.1", "::1", "::ffff:127.0.0.1"])
@pytest.mark.parametrize("remote", [False, True])
def test_this_computer_may_be_told(number: str, remote: bool) -> None:
    assert _check("http://here", number, remote=remote)


@pytest.mark.parametrize(
    "number", ["192.168.1.5", "10.0.0.1", "8.8.8.8", "2001:db8::1", "::ffff:8.8.8.8", "fd00::1", "100.64.0.1"]
)
def test_another_computer_is_told_only_by_permission_and_encrypted(number: str) -> None:
    with pytest.raises(AddressRefusedError, match="not this computer"):
        _check("https://there", number)
    with pytest.raises(AddressRefusedError, match="encryption"):
        _check("http://there", number, remote=True)
    assert not _check("https://there", number, remote=True)


@pytest.mark.parametrize("remote", [False, True])
@pytest.mark.parametrize(
    "numbers",
    [
        ("127.0.0.1", "8.8.8.8"),
        ("8.8.8.8", "::1"),
        ("0.0.0.0",),
        ("::",),
        ("169.254.169.254",),
        ("fe80::1%2",),
        ("::ffff:169.254.169.254",),
        ("224.0.0.1",),
    ],
)
def test_no_permission_reaches_these(numbers: tuple[str, ...], remote: bool) -> None:
    with pytest.raises(AddressRefusedError):
        _check("https://there", *numbers, remote=remote)


def test_a_name_without_an_address_is_told() -> None:
    with pytest.raises(UnreachableError):
        _check("http://nowhere")
    with pytest.raises(UnreachableError, match="can't be found"):
        look_up("no-such-host.invalid", 80)


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "127.1", "2130706433", "0x7f.1"])
def test_odd_ways_to_write_this_computer_are_resolved_before_they_are_judged(host: str) -> None:
    assert check(ServerAddress.read(f"http://{host}"), look_up, is_remote_allowed=False).is_local
