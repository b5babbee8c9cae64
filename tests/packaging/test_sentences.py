"""The sentences that are found in the code: each form of an f-string, and nothing that nobody reads."""

from pathlib import Path

import pytest

from tests.support.scripts import packaging_script

SCRIPT = packaging_script("sentences")


def found(tmp_path: Path, code: str) -> list[str]:
    file = tmp_path / "room.py"
    file.write_text(code, encoding="utf-8")
    return sorted(SCRIPT.of_file(file))


@pytest.mark.parametrize(
    ("code", "templates"),
    [
        ('raise E("There is no key.")', ["There is no key."]),
        ('raise E(f"There is no key {key.name!r} here.")', ["There is no key {name!r} here."]),
        ("f\"{n} text{'s' if n > 1 else ''} left\"", ["{n} text left", "{n} texts left"]),
        (
            "f\"{self.name or 'The microphone'} is gone.\"",
            ["The microphone", "The microphone is gone.", "{name} is gone."],
        ),
        ('NEXT = "Try it again."\nf"That failed. {NEXT}"', ["That failed. Try it again.", "Try it again."]),
        ('"one of " + ", ".join(names)', ["one of {names}"]),
        ('f"{a.name} is not {b.name}"', ["{name} is not {name2}"]),
        ('f"write {{ en = 1 }}"', ["write {{ en = 1 }}"]),
        ('"not in {host.name} at all".format(host=host)', ["not in {name} at all"]),
        ('held = "it holds { ... } and no text"', ["it holds {{ ... }} and no text"]),
        ('f"{len(names)} models ({size / 1e6:.1f} MB)"', ["{names} models ({size} MB)"]),
    ],
)
def test_what_is_said(tmp_path: Path, code: str, templates: list[str]) -> None:
    assert found(tmp_path, code) == templates


@pytest.mark.parametrize(
    "code",
    [
        '"""A docstring with several words."""',
        'log.info("nobody but us reads this")',
        'Thread(name="started program")',
        'query("SELECT text FROM entry")',
        'x: "Callable[[int], str] | None" = None',
        '"word"',
        'f"{a} {b}"',
    ],
)
def test_what_is_not(tmp_path: Path, code: str) -> None:
    assert found(tmp_path, code) == []
