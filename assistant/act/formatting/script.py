"""Simplified and traditional Chinese, by OpenCC where it is installed."""

from functools import lru_cache
from typing import TYPE_CHECKING

from assistant.act.formatting.about import About
from assistant.errors import SettingsError
from assistant.values.settings import Script

if TYPE_CHECKING:
    from opencc import OpenCC

CONVERSIONS = {
    Script.SIMPLIFIED: "t2s",
    Script.TRADITIONAL: "s2t",
    Script.TAIWAN: "s2twp",
    Script.HONG_KONG: "s2hk",
}
"""OpenCC's names."""


def convert_script(text: str, about: About) -> str:
    """Return `text` in the script of the style. Raises SettingsError where OpenCC is missing."""
    if about.style.script is Script.AS_HEARD or text.isascii():
        return text
    return str(converter(about.style.script).convert(text))


@lru_cache
def converter(script: Script) -> "OpenCC":
    """Return OpenCC for a script; it takes 70 ms to load. Raises SettingsError."""
    try:
        from opencc import OpenCC
    except ImportError as error:
        raise SettingsError(
            "Simplified or traditional characters need OpenCC: pip install 'on-device-assistant[hant]'."
        ) from error
    return OpenCC(CONVERSIONS[script])
