"""The words of the tray, in the user's language.

English stands in the code. Every other language is one file, `resources/strings/LANGUAGE.ts`, as Qt's own
tools (lupdate, Linguist) read and write it; one file more is one language more, and nothing has to be built.
"""

import xml.etree.ElementTree as ET
from functools import cached_property
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from assistant.devices.places import resources
from assistant.tray.looks.phrasebook import Phrasebook
from assistant.tray.looks.said import ENGINE

SYSTEM = "system"
ENGLISH = "en"
_ENDING = ".ts"


class Strings(QTranslator):
    """Translates by a .ts file. Raises OSError or ET.ParseError where it can't be read."""

    def __init__(self, file: Path) -> None:
        super().__init__()
        self._found: dict[tuple[str, str], list[str]] = {}
        for context in ET.parse(file).iterfind("context"):  # noqa: S314 -- our own file, not a stranger's
            name = context.findtext("name", "")
            for message in context.iterfind("message"):
                translation = message.find("translation")
                if translation is not None and (forms := _forms(translation)):
                    self._found[name, message.findtext("source", "")] = forms

    def isEmpty(self) -> bool:  # noqa: N802 -- Qt's name
        """Tell whether there is nothing to translate with."""
        return not self._found

    def translate(
        self,
        context: str,
        sourceText: str,  # noqa: N803 -- Qt's name
        _disambiguation: str | None = None,
        n: int = -1,
    ) -> str | None:
        """Return the words, or None, which lets Qt ask others and take the English ones at last."""
        if context == ENGINE:
            return self._phrasebook.translate(sourceText)
        forms = self._found.get((context, sourceText))
        return None if forms is None else forms[0 if n == 1 else -1]

    @cached_property
    def _phrasebook(self) -> Phrasebook:
        """Made when something is said, and not while the icon waits."""
        return Phrasebook(
            {source: forms[0] for (context, source), forms in self._found.items() if context == ENGINE}
        )


def _forms(translation: ET.Element) -> list[str]:
    """Return the words: one form, or (`%n`) those for one and for more."""
    several = [form.text for form in translation.iterfind("numerusform") if form.text]
    return several or [translation.text or ""] * bool(translation.text)


def languages() -> dict[str, str]:
    """Return every language there is, by its code, with its name in itself."""
    codes = sorted(file.stem for file in _folder().glob(f"*{_ENDING}"))
    return {ENGLISH: "English"} | {code: _name_of(code) for code in codes}


def chosen(setting: str, wishes: list[str] | None = None) -> str:
    """Return the code of the language to speak: the one set, or the first of the system's that there is."""
    there = languages()
    if setting in there:
        return setting
    for wish in wishes if wishes is not None else QLocale.system().uiLanguages():
        code = wish.replace("-", "_")
        for each in there:  # zh_Hans_CN and zh_SG are served by zh_CN
            if code == each or each.split("_")[0] == code.split("_")[0]:
                return each
    return ENGLISH


class Speech:
    """Has the application speak one language at a time."""

    def __init__(self, application: QCoreApplication) -> None:
        self._application = application
        self._installed: list[QTranslator] = []
        self.code = ENGLISH

    def use(self, setting: str) -> bool:
        """Speak the language of this setting from now on; True if that is another than before."""
        code = chosen(setting)
        if code == self.code:
            return False
        for translator in self._installed:
            self._application.removeTranslator(translator)
        self.code = code
        QLocale.setDefault(QLocale(code))
        self._installed = (
            [] if code == ENGLISH else [_qt_s_own(code), Strings(_folder() / f"{code}{_ENDING}")]
        )
        for translator in self._installed:  # the last one installed is asked first
            self._application.installTranslator(translator)
        return True


def _folder() -> Path:
    return resources() / "strings"


def _name_of(code: str) -> str:
    name = QLocale(code).nativeLanguageName()
    return name[:1].upper() + name[1:]


def _qt_s_own(code: str) -> QTranslator:
    """Return Qt's words for its own buttons; empty where Qt does not know the language."""
    translator = QTranslator()
    translator.load(f"qtbase_{code}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    return translator
