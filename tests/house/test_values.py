"""Law 9: every value, event and error keeps the contract of its kind. A new class is found by reflection."""

import dataclasses
import importlib
import inspect
import pkgutil
from collections.abc import Iterator
from enum import Enum, StrEnum
from types import ModuleType
from typing import get_type_hints

import numpy as np
import pytest

import assistant.values
from assistant import errors
from tests.house.samples import SAMPLES, SECRET, SHOWN


def _value_modules() -> Iterator[ModuleType]:
    for found in pkgutil.walk_packages(assistant.values.__path__, "assistant.values."):
        yield importlib.import_module(found.name)


def _classes(*modules: ModuleType) -> list[type]:
    return [
        each
        for module in modules
        for _, each in inspect.getmembers(module, inspect.isclass)
        if each.__module__ == module.__name__
    ]


VALUES = [each for each in _classes(*_value_modules()) if not issubclass(each, Enum)]
ENUMS = [each for each in _classes(*_value_modules()) if issubclass(each, Enum)]
ERRORS = _classes(errors)


def _sample(kind: type) -> object:
    return next(each for each in SAMPLES if type(each) is kind)


def test_every_value_event_and_error_has_a_contract() -> None:
    assert len(VALUES) > 30
    without = {each.__name__ for each in VALUES} - {type(each).__name__ for each in SAMPLES}
    assert without == set(), "add a sample of it to tests/house/samples.py"


@pytest.mark.parametrize("kind", VALUES)
def test_a_value_is_frozen(kind: type) -> None:
    assert dataclasses.is_dataclass(kind)
    assert kind.__dataclass_params__.frozen  # type: ignore[attr-defined]  # dataclasses tell it nowhere else
    sample = _sample(kind)
    for each in dataclasses.fields(kind):
        with pytest.raises(dataclasses.FrozenInstanceError):
            setattr(sample, each.name, None)


@pytest.mark.parametrize("kind", VALUES)
def test_a_repr_shows_no_word_and_no_sample(kind: type) -> None:
    shown = repr(_sample(kind))
    assert SECRET not in shown
    assert "array(" not in shown
    assert len(shown) < 3000  # no more than settings need


@pytest.mark.parametrize("kind", VALUES)
def test_text_that_a_repr_shows_is_known_to_be_harmless(kind: type) -> None:
    if not hasattr(kind.__repr__, "__wrapped__"):
        return  # not made by dataclass but written by hand, and held by the test before
    hints = get_type_hints(kind)
    texts = {each.name for each in dataclasses.fields(kind) if each.repr and "str" in str(hints[each.name])}
    plain = {name for name in texts if hints[name] in {str, str | None} or "tuple[str" in str(hints[name])}
    assert {f"{kind.__name__}.{name}" for name in plain} <= set(SHOWN)


@pytest.mark.parametrize("kind", VALUES)
def test_an_array_in_a_value_is_read_only(kind: type) -> None:
    sample = _sample(kind)
    arrays = [getattr(sample, each.name) for each in dataclasses.fields(kind)]
    for array in arrays:
        if isinstance(array, np.ndarray):
            assert array.dtype == np.int16
            with pytest.raises(ValueError, match="read-only"):
                array[0] = 1


@pytest.mark.parametrize("kind", VALUES)
def test_a_value_equals_only_itself_or_its_like(kind: type) -> None:
    sample = _sample(kind)
    assert sample == sample  # noqa: PLR0124 - reflexive, even with arrays inside
    assert hash(sample) == hash(sample)
    assert sample != object()


@pytest.mark.parametrize("kind", ENUMS)
def test_an_enumeration_reads_as_its_own_text(kind: type[Enum]) -> None:
    assert issubclass(kind, StrEnum)
    assert all(each.value == each.name.lower() for each in kind)


@pytest.mark.parametrize("kind", ERRORS)
def test_an_error_is_also_a_standard_one(kind: type[errors.AssistantError]) -> None:
    assert issubclass(kind, errors.AssistantError)
    assert kind.__name__ == "AssistantError" or kind.__name__.endswith("Error")
    assert kind.__name__ in (errors.__doc__ or ""), "draw it into the tree"
    standard = {each for each in kind.__mro__ if each.__module__ == "builtins"} - {
        Exception,
        BaseException,
        object,
    }
    assert standard or kind is errors.AssistantError
    assert str(kind("says what to do")) == "says what to do"
