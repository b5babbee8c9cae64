"""The icons: one for each state, told apart by shape, visible on light and on dark."""

import xml.etree.ElementTree as ET
from itertools import combinations

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from assistant.devices.places import resources
from assistant.tray.looks.icon import SIZES, face_icon
from assistant.tray.standing import Face

Pixels = NDArray[np.float64]
LIGHT, DARK = 255.0, 32.0


def pixels(face: Face, is_dark: bool, size: int = 22) -> Pixels:
    """Return the icon as red, green, blue, alpha; 0...255, shape [size, size, 4]."""
    image = face_icon(face, is_dark=is_dark).pixmap(size, size).toImage()
    image = image.convertToFormat(QImage.Format.Format_RGBA8888)
    return np.frombuffer(image.constBits(), np.uint8).reshape(size, size, 4).astype(np.float64)


def on_panel(face: Face, is_dark: bool) -> Pixels:
    """Return what the eye sees of it without colour: grey, shape [size, size]."""
    drawn = pixels(face, is_dark)
    alpha = drawn[..., 3] / 255
    return drawn[..., :3].mean(axis=2) * alpha + (DARK if is_dark else LIGHT) * (1 - alpha)


@pytest.mark.parametrize("is_dark", [False, True])
@pytest.mark.parametrize("face", list(Face))
def test_every_state_has_an_icon_that_can_be_seen(app: QApplication, face: Face, is_dark: bool) -> None:
    icon = face_icon(face, is_dark=is_dark)
    assert {size.width() for size in icon.availableSizes()} == set(SIZES)
    contrast = np.abs(on_panel(face, is_dark) - (DARK if is_dark else LIGHT))
    assert (contrast > 60).sum() > 30, "fewer than 30 of 484 pixels stand out"


@pytest.mark.parametrize("is_dark", [False, True])
def test_no_two_states_look_alike_even_without_colour(app: QApplication, is_dark: bool) -> None:
    for one, other in combinations(Face, 2):
        difference = np.abs(on_panel(one, is_dark) - on_panel(other, is_dark))
        assert (difference > 40).sum() > 20, f"{one} and {other} look alike"


@pytest.mark.parametrize("face", list(Face))
def test_every_drawing_says_what_it_shows(face: Face) -> None:
    root = ET.parse(resources() / "icons" / f"{face}.svg").getroot()
    title = root.find("{http://www.w3.org/2000/svg}title")
    assert title is not None
    assert title.text
    assert root.get("viewBox") == "0 0 32 32"
