"""The licence that the user accepts before SenseVoice comes, and the attribution that stays beside it."""

from collections.abc import Callable
from pathlib import Path

from assistant.devices.store.catalogue import CatalogueModel
from assistant.errors import LicenceError

ATTRIBUTION = "ATTRIBUTION.txt"
_FUNASR = "FunASR Model Open Source License"
_SUMMARY = "In short (the full text at the address above is what counts):"
_POINTS = (
    "You may use, copy, modify and share the model, and what you make of it.",
    "Wherever you share it, name its source and authors and keep its name, SenseVoiceSmall.",
    "It comes for reference and learning, with no warranty; whoever uses it answers for that use.",
    "Denigrating it, or breaking the terms, ends the licence; new versions of the terms apply by themselves.",
    "It is not an OSI open-source licence; that is why the model is not part of the assistant.",
)
POINT = "  - "
"""Begins a line that is one of several points."""


def licence_text(model: CatalogueModel) -> str:
    """Return what a person reads before accepting."""
    lines = [model.title, f"by {model.author}", model.homepage, "", model.licence, model.licence_url]
    if _FUNASR in model.licence:
        lines += ["", _SUMMARY, *(f"{POINT}{point}" for point in _POINTS)]
    return "\n".join(lines) + "\n"


def require_consent(model: CatalogueModel, ask: Callable[[CatalogueModel], bool]) -> None:
    """Raise LicenceError unless nothing has to be accepted, or it was."""
    if model.needs_consent and not ask(model):
        raise LicenceError(
            f"{model.id} comes under the {model.licence}, which has to be accepted first: "
            f"read it with `assistant models show {model.id}`, then add --accept-licence"
        )


def write_attribution(model: CatalogueModel, folder: Path) -> None:
    """Write who made the model into its folder. Raises OSError."""
    text = (
        f"{licence_text(model)}\n"
        "The files beside this one are those that the authors published, unchanged: the assistant checked\n"
        "their SHA-256 before it put them here. Keep this file with them when you pass them on.\n"
    )
    (folder / ATTRIBUTION).write_text(text, encoding="utf-8")
