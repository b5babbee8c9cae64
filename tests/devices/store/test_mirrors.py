"""Which mirror is asked first."""

import pytest

from assistant.devices.store.catalogue import read_catalogue
from assistant.devices.store.transfer.mirrors import mirrors_for
from assistant.devices.store.transfer.wishes import Region


def hosts(region: Region) -> list[str]:
    model = read_catalogue().find("sense-voice-small")
    return [mirror.host for mirror in mirrors_for(model.id, model.files[0], region)]


def test_the_region_decides_the_order() -> None:
    assert hosts(Region.WORLD) == ["huggingface.co", "www.modelscope.cn", "hf-mirror.com"]
    assert hosts(Region.CHINA) == ["www.modelscope.cn", "hf-mirror.com", "huggingface.co"]


@pytest.mark.parametrize(
    ("language", "first"), [("zh_CN.UTF-8", "www.modelscope.cn"), ("de_DE.UTF-8", "huggingface.co")]
)
def test_the_language_of_the_system_tells_the_region(
    monkeypatch: pytest.MonkeyPatch, language: str, first: str
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", language)
    assert hosts(Region.AUTO)[0] == first


def test_given_mirrors_are_asked_alone() -> None:
    model = read_catalogue().find("sense-voice-small")
    found = mirrors_for(
        model.id, model.files[1], Region.AUTO, ("http://192.168.1.7:8000/", "https://a.example")
    )
    assert [mirror.url for mirror in found] == [
        "http://192.168.1.7:8000/sense-voice-small/tokens.txt",
        "https://a.example/sense-voice-small/tokens.txt",
    ]
