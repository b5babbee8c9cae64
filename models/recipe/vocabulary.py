"""The model's tokens: blank, sentencepiece units, then the tags that SenseVoice spells <|name|>."""

import json
from pathlib import Path

LANGUAGES = (
    "zh en zh/en en/zh yue minnan wuyu dialect ja de es ru ko fr pt tr pl ca nl ar sv it "
    "id hi fi vi he uk el ms cs ro da hu ta no th ur hr bg lt la mi ml cy sk te fa lv bn "
    "sr az sl kn et mk br eu is hy ne mn bs kk sq sw gl mr pa si km sn yo so af oc ka be "
    "tg sd gu am yi lo uz fo ht ps tk nn mt sa lb my bo tl mg as tt haw ln ha ba jw su"
).split()
MARKS = (
    "ASR AED SER nospeech Speech /Speech BGM /BGM Laughter /Laughter Applause /Applause "
    "HAPPY SAD ANGRY NEUTRAL FEARFUL DISGUSTED SURPRISED OTHER EMO_UNKNOWN Cry Sneeze "
    "Breath Cough Sing Speech_Noise withitn woitn GBG Event_UNK"
).split()

BLANK = 0
QUERIES = {"auto": 0, "zh": 3, "en": 4, "yue": 7, "ja": 11, "ko": 12, "nospeech": 13}
"""Rows of the query embedding that ask for a language."""
EVENT_QUERY, EMOTION_QUERY = 1, 2
"""The two fixed query rows, as the published model orders them between language and ITN."""
WITH_ITN, WITHOUT_ITN = 14, 15
QUERY_ROWS = 16


def tag(name: str) -> str:
    """Spell a tag token."""
    return f"<|{name}|>"


def tokens(pieces: list[str]) -> list[str]:
    """Return the whole vocabulary in id order: sentencepiece's own units first, then all tags."""
    return [*pieces, *(tag(name) for name in (*LANGUAGES, *MARKS))]


def write_tokens_txt(names: list[str], path: Path) -> None:
    """Write sherpa-onnx's tokens.txt: `piece id` per line."""
    lines = [f"{name} {index}\n" for index, name in enumerate(names)]
    path.write_text("".join(lines), encoding="utf-8")


def read_tokens_txt(path: Path) -> list[str]:
    """Read tokens.txt into a list in id order."""
    lines = path.read_text(encoding="utf-8").split("\n")
    return [line.rsplit(" ", 1)[0] for line in lines if line]


def write_tokens_json(names: list[str], path: Path) -> None:
    """Write FunASR's tokens.json: a list in id order."""
    path.write_text(json.dumps(names, ensure_ascii=False, indent=1), encoding="utf-8")


def text_of(names: list[str], ids: list[int]) -> str:
    """Join token ids into text; tags are dropped."""
    pieces = [names[index] for index in ids if not names[index].startswith("<")]
    return "".join(pieces).replace("\u2581", " ").strip()
