"""About: what this is, and whose work is in it."""

import sys
from importlib import metadata
from pathlib import Path

from PySide6.QtWidgets import QPlainTextEdit

from assistant import __version__
from assistant.devices.places import APP, nano_model
from assistant.devices.store.licence import licence_text
from assistant.devices.store.store import ModelStore
from assistant.errors import AssistantError
from assistant.tray.errands import Errands
from assistant.tray.looks.pieces import heading, note
from assistant.tray.looks.said import said
from assistant.tray.settings.plain import PlainPage


class AboutPage(PlainPage):
    """Version, and licences of models and libraries."""

    def end(self) -> None:
        """Add everything."""
        self.errands = Errands()
        self.add(note(self.tr("On-device assistant {version}").format(version=__version__)))
        self.add(note(self._about()))
        self.models = self._text(self.tr("Models and their licences"))
        self.libraries = self._text(self.tr("Libraries and their licences"))
        self.errands.run(model_licences, self.models.setPlainText, self._failed)
        self.errands.run(library_licences, self.libraries.setPlainText, self._failed)

    def close_page(self) -> None:
        """Read no more."""
        self.errands.close()

    def _about(self) -> str:
        return self.tr(
            "Hears, recognises, understands and acts on this machine; nothing you say leaves it unless you "
            "switch that on. The program is under the Apache License 2.0."
        )

    def _text(self, name: str) -> QPlainTextEdit:
        text = QPlainTextEdit()
        text.setReadOnly(True)
        text.setTabChangesFocus(True)
        text.setMinimumHeight(190)
        text.setAccessibleName(name)
        self.add(heading(name))
        self.add(text)
        return text

    def _failed(self, error: AssistantError | OSError) -> None:
        self.models.setPlainText(said(error))


def model_licences() -> str:
    """Return the card of the model that ships, and the licences of those that were installed."""
    card = (nano_model() / "README.md").read_text(encoding="utf-8")
    installed = [one.model for one in ModelStore().entries() if one.model and one.place]
    return "\n\n".join([card, *(licence_text(model) for model in installed if model.needs_consent)])


def library_licences() -> str:
    """Return name, version and licence of every library beside this program; of a bundle, its own list."""
    for bundled in _lists_of_a_bundle():
        if bundled.is_file():
            return bundled.read_text(encoding="utf-8")
    lines = {}
    for one in metadata.distributions():
        about = one.metadata
        name = about["Name"] or ""
        if name and name.lower() != APP:
            lines[name.lower()] = f"{name} {one.version}: {_licence(about)}"
    return "\n".join(lines[name] for name in sorted(lines)) + "\n" + _texts()


def _lists_of_a_bundle() -> tuple[Path, ...]:
    """Return where packaging puts the licences of all that it took."""
    if not getattr(sys, "frozen", False):
        return ()
    beside = Path(sys.executable).with_name("licences.txt")
    return beside, Path("/usr/share/doc") / APP / "copyright"


def _licence(about: metadata.PackageMetadata) -> str:
    named = [*(about.get_all("License-Expression") or ()), *(about.get_all("License") or ())]
    said = str(named[0]).strip().partition("\n")[0] if named else ""
    if said and len(said) < 60:  # noqa: PLR2004 - a whole text is not a name
        return said
    classified = [each for each in about.get_all("Classifier") or () if each.startswith("License ::")]
    return ", ".join(each.rpartition(" :: ")[2] for each in classified) or "see its own files"


def _texts() -> str:
    """Return the licence texts that the libraries carry with them."""
    parts = []
    for one in metadata.distributions():
        for file in one.files or ():
            if file.name.upper().startswith(("LICENSE", "LICENCE", "COPYING", "NOTICE")):
                try:
                    parts.append(f"\n——— {one.metadata['Name']}: {file.name}\n\n{file.read_text()}")
                except (OSError, UnicodeDecodeError):
                    continue
    return "\n".join(parts)
