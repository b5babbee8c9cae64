"""Brings resources/strings/*.ts up to date with the code, and tells what has no translation yet.

usage: python packaging/strings.py            look through the code, then list what is missing
       python packaging/strings.py FILE.tsv   the same, and fill in "English<TAB>translation" lines first
       python packaging/strings.py --new fr   begin another language

The words of assistant/tray are what Qt's lupdate finds there; the sentences of the rooms below it, which know
nothing of Qt, are found by `sentences` and handed to lupdate as a list.

Sorted and without line numbers, so that two people who add strings change different lines. After a conflict:
take either side, run this again.
"""

import json
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from pathlib import Path

from sentences import CONTEXT, sentences

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "resources" / "strings"
MAIN = "zh_CN"


def main(arguments: list[str]) -> int:
    """Update; 1 where a translation is missing."""
    language = arguments[1] if arguments[:1] == ["--new"] else MAIN
    files = sorted({*FOLDER.glob("*.ts"), FOLDER / f"{language}.ts"})
    for file in files:
        update(file)
    if arguments and arguments[0] != "--new":
        fill(FOLDER / f"{MAIN}.ts", Path(arguments[0]))
    missing = [(file, *line) for file in files for line in unfinished(file)]
    for file, context, source in missing:
        print(f"{file.name}\t{context}\t{source!r}")
    return 1 if missing else 0


def update(file: Path) -> None:
    """Let Qt's lupdate read the code. Raises CalledProcessError."""
    tray = sorted(str(file) for file in (ROOT / "assistant" / "tray").rglob("*.py"))
    options = "-no-obsolete -locations none -sort-messages -source-language en -disable-heuristic similartext"
    program = Path(sys.executable).with_name("pyside6-lupdate")
    language = ["-silent", "-target-language", file.stem]
    with tempfile.TemporaryDirectory() as folder:
        told = Path(folder, "told.py")
        quoted = (json.dumps(one, ensure_ascii=False) for one in sentences(ROOT / "assistant"))
        told.write_text("".join(f'translate("{CONTEXT}", {one})\n' for one in quoted), encoding="utf-8")
        sources = [*tray, str(told)]
        subprocess.run([str(program), *options.split(), *language, *sources, "-ts", str(file)], check=True)


def unfinished(file: Path) -> list[tuple[str, str]]:
    """Return context and English of every message without a translation."""
    found = []
    for context in ET.parse(file).iterfind("context"):  # noqa: S314 -- our own files
        for message in context.iterfind("message"):
            translation = message.find("translation")
            words = "" if translation is None else "".join(translation.itertext()).strip()
            if translation is None or not words or translation.get("type") == "unfinished":
                found.append((context.findtext("name", ""), message.findtext("source", "")))
    return found


def fill(file: Path, lines: Path) -> None:
    """Fill in what stands in `lines`; a backslash and an n is a new line."""
    table = dict(
        line.replace("\\n", "\n").split("\t", 1)
        for line in lines.read_text(encoding="utf-8").splitlines()
        if "\t" in line
    )
    tree = ET.parse(file)  # noqa: S314 -- our own files
    for message in tree.iterfind("context/message"):
        translation = message.find("translation")
        words = table.get(message.findtext("source", ""))
        is_open = translation is not None and (not translation.text or "type" in translation.attrib)
        if translation is not None and words and is_open:
            translation.text = words
            translation.attrib.pop("type", None)
    head = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'
    file.write_text(head + ET.tostring(tree.getroot(), encoding="unicode") + "\n", encoding="utf-8")
    update(file)  # lupdate's own way of writing it


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
