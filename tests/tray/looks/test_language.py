"""The words: all of them translated, the right language chosen, changed while it runs."""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QDialogButtonBox

from assistant.devices.places import resources
from assistant.tray.looks import language
from assistant.tray.looks.language import Speech, Strings, chosen, languages
from tests.support.scripts import packaging_script

HOLE = re.compile(r"\{(\w*)(?:!r)?\}")
FILES = sorted((resources() / "strings").glob("*.ts"))


@pytest.fixture
def speech(app: QApplication) -> Iterator[Speech]:
    speech = Speech(app)
    yield speech
    speech.use("en")


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_string_of_the_tray_is_translated(file: Path, tmp_path: Path) -> None:
    """Run `python packaging/strings.py` where this fails."""
    script = packaging_script("strings")
    fresh = Path(shutil.copy(file, tmp_path / file.name))
    script.update(fresh)
    assert script.unfinished(fresh) == []
    assert fresh.read_text(encoding="utf-8") == file.read_text(encoding="utf-8")


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_qt_s_own_tools_can_read_it(file: Path, tmp_path: Path) -> None:
    program = str(Path(sys.executable).with_name("pyside6-lrelease"))
    command = [program, str(file), "-qm", str(tmp_path / "out.qm")]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert "0 unfinished" in done.stdout
    assert done.stderr == ""


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_what_is_filled_in_is_filled_into_the_translation_too(file: Path) -> None:
    """`{name}` in English stands in the translation as well, or something would be missing in it."""
    import xml.etree.ElementTree as ET

    for message in ET.parse(file).iterfind("context/message"):
        source, words = message.findtext("source", ""), message.findtext("translation", "")
        assert set(HOLE.findall(source)) == set(HOLE.findall(words)), source


def test_chinese_and_english_are_there() -> None:
    assert languages()["en"] == "English"
    assert "中文" in languages()["zh_CN"]


@pytest.mark.parametrize(
    ("setting", "wishes", "code"),
    [
        ("zh_CN", ["en-US"], "zh_CN"),
        ("en", ["zh-CN"], "en"),
        ("system", ["zh-Hans-CN", "en"], "zh_CN"),
        ("system", ["en-GB", "zh-CN"], "en"),
        ("system", ["fi-FI"], "en"),
        ("system", ["fi-FI", "zh-SG"], "zh_CN"),
        ("klingon", ["zh-CN"], "zh_CN"),
    ],
)
def test_the_language_is_the_one_chosen_or_the_system_s(setting: str, wishes: list[str], code: str) -> None:
    assert chosen(setting, wishes) == code


def test_words_change_at_once_qt_s_own_too(speech: Speech) -> None:
    def quit_word() -> str:
        return QCoreApplication.translate("Menu", "Quit")

    def cancel_word() -> str:
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        return box.buttons()[0].text()

    assert (quit_word(), cancel_word()) == ("Quit", "Cancel")
    assert speech.use("zh_CN")
    assert (quit_word(), cancel_word()) == ("退出", "取消")
    assert not speech.use("zh_CN")
    assert QCoreApplication.translate("Menu", "never heard of") == "never heard of"
    assert speech.use("en")
    assert (quit_word(), cancel_word()) == ("Quit", "Cancel")


def test_a_file_more_is_a_language_more(
    app: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "fi.ts").write_text(
        '<?xml version="1.0"?><TS version="2.1" language="fi"><context><name>Menu</name><message><source>Quit'
        '</source><translation>Lopeta</translation></message><message numerus="yes"><source>%n words</source>'
        "<translation><numerusform>%n sana</numerusform><numerusform>%n sanaa</numerusform></translation>"
        "</message></context></TS>",
        encoding="utf-8",
    )
    monkeypatch.setattr(language, "_folder", lambda: tmp_path)
    assert languages() == {"en": "English", "fi": "Suomi"}
    speech = Speech(app)
    speech.use("fi")
    assert QCoreApplication.translate("Menu", "Quit") == "Lopeta"
    assert QCoreApplication.translate("Menu", "%n words", "", 1) == "1 sana"
    assert QCoreApplication.translate("Menu", "%n words", "", 3) == "3 sanaa"
    speech.use("en")


def test_what_has_no_words_yet_stays_english(tmp_path: Path) -> None:
    file = tmp_path / "xx.ts"
    file.write_text(
        "<TS><context><name>A</name><message><source>b</source>"
        '<translation type="unfinished"/></message></context></TS>'
    )
    strings = Strings(file)
    assert strings.isEmpty()
    assert strings.translate("A", "b") is None
