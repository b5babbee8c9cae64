"""The house stays small, says what it does, and hides nothing."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest

from tests.house import budgets
from tests.house.tree import Module, modules, refuse

PROJECT = ("assistant", "packaging", "models", "tests")


def test_nothing_is_oversized() -> None:
    refuse(budgets.oversized(modules(*PROJECT)))


def test_the_median_module_is_short() -> None:
    assert budgets.median_length(modules("assistant")) <= budgets.MEDIAN_MODULE


def test_no_folder_is_crowded() -> None:
    refuse(budgets.crowded_folders(modules("assistant")))


def test_one_place_catches_everything() -> None:
    assert [name for name, _ in budgets.broad_excepts(modules(*PROJECT))] == [budgets.BROAD_EXCEPT_HOME]


def test_nothing_is_mocked() -> None:
    refuse(budgets.mocks(modules(*PROJECT)))


def test_every_exemption_gives_its_reason() -> None:
    refuse(budgets.unexplained(modules(*PROJECT)))


def test_every_name_says_something() -> None:
    refuse(budgets.bad_names(modules("assistant", "packaging", "models")))


BODY = "    x = 1\n"


@pytest.mark.parametrize(
    ("rule", "source"),
    [
        (budgets.oversized, "x = 1\n" * 301),
        (budgets.oversized, "def f():\n" + BODY * 40),
        (budgets.oversized, "def f(a, b, c, *, d, e): ..."),
        (budgets.oversized, "class A:\n    def f(self, a, b, c, d, e): ..."),
        (budgets.broad_excepts, "try: ...\nexcept Exception: ..."),
        (budgets.broad_excepts, "try: ...\nexcept (ValueError, BaseException): ..."),
        (budgets.broad_excepts, "try: ...\nexcept: ..."),
        (budgets.broad_excepts, "try: ...\nexcept Exception as e:\n    raise ValueError from e"),
        (budgets.broad_excepts, "import contextlib\nwith contextlib.suppress(Exception): ..."),
        (budgets.mocks, "from unittest.mock import patch"),
        (budgets.mocks, "def f():\n    from unittest import mock"),
        (budgets.unexplained, "import x  # noqa: F401"),
        (budgets.unexplained, "import x  # type: ignore[import]"),
        (budgets.unexplained, "import x  # type: ignore"),
        (budgets.bad_names, "class WindowManager: ..."),
        (budgets.bad_names, "def process_audio(): ..."),
    ],
)
def test_what_breaks_a_rule_is_found(
    tmp_path: Path, rule: Callable[[Iterable[Module]], Iterator[object]], source: str
) -> None:
    (tmp_path / "assistant").mkdir()
    (tmp_path / "assistant" / "some.py").write_text(source)
    assert len(list(rule(modules("assistant", root=tmp_path)))) == 1


@pytest.mark.parametrize(
    ("rule", "source"),
    [
        (budgets.oversized, "class A:\n    def f(self, a, b, c, d):\n" + "    " + BODY),
        (budgets.oversized, "def test_f(a, b, c, d, e): ..."),
        (budgets.broad_excepts, "try: ...\nexcept (ValueError, OSError): ..."),
        (budgets.broad_excepts, "try: ...\nexcept BaseException:\n    print()\n    raise"),
        (budgets.unexplained, "import x  # noqa: F401 - seen by the linker\nTEXT = '# noqa: F401'"),
        (budgets.unexplained, "import x  # type: ignore[import]  # has no stubs"),
        (budgets.bad_names, "class Information: ..."),
        (budgets.bad_names, "def process_of(window): ..."),
    ],
)
def test_what_keeps_a_rule_is_left_alone(
    tmp_path: Path, rule: Callable[[Iterable[Module]], Iterator[object]], source: str
) -> None:
    (tmp_path / "assistant").mkdir()
    (tmp_path / "assistant" / "some.py").write_text(source)
    assert list(rule(modules("assistant", root=tmp_path))) == []


def test_a_crowded_folder_is_found(tmp_path: Path) -> None:
    (tmp_path / "assistant").mkdir()
    for name in "abcdefghijk":
        (tmp_path / "assistant" / f"{name}.py").write_text("x = 1\n")
    assert len(list(budgets.crowded_folders(modules("assistant", root=tmp_path)))) == 1
    assert budgets.median_length(modules("assistant", root=tmp_path)) == 1
