"""Prompts to be spoken: the assistant's commands, numbers, letters, dates and plain sentences.

Text files hold templates: (a|b) a choice, [a|b] the same or nothing, {slot} a word list or a rule
below. Everything comes out lower case, without punctuation, numbers as words.
"""

import random
import re
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

TEXT = Path(__file__).resolve().parent.parent / "text"
WORDNET = Path("/usr/share/wordnet")
"""Where Debian's wordnet-base keeps its data: 48,000 example sentences of ordinary English."""
PRODUCT = Path(__file__).resolve().parents[3] / "resources" / "commands" / "en"
GROUPS = ("text", "windows", "media", "system", "timers", "web", "assistant")
ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
).split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
    "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
).split()
_WRITABLE = re.compile(r"[a-z']+( [a-z']+)*")
_QUOTED = re.compile(r'"([^"]+)"')
_INNERMOST = re.compile(r"\(([^()\[\]]*)\)|\[([^()\[\]]*)\]|\{(\w+)\}")

Slots = dict[str, list[str]]


@dataclass(frozen=True)
class Prompt:
    """One thing to say."""

    text: str
    """The reference: words as the model writes them."""
    kind: str
    """command, number, letters, date, word or sentence."""

    @property
    def spoken(self) -> str:
        """What a synthesiser is given: single letters in capitals so that they are spelled."""
        words = self.text.split()
        letters = [word for word in words if len(word) == 1]
        if not letters or (set(letters) <= {"a", "i"} and len(words) > 1):
            return self.text
        spelling = self.kind in ("letters", "date")
        capital = [w.upper() if len(w) == 1 and (spelling or w not in "ai") else w for w in words]
        return (", " if len(letters) > 1 and spelling else " ").join(capital)


def cardinal(number: int) -> str:
    """Say 0 ... 999,999 in words."""
    if number < len(ONES):
        return ONES[number]
    if number < 100:  # noqa: PLR2004 - a hundred
        tens, rest = divmod(number, 10)
        return TENS[tens - 2] + (f" {ONES[rest]}" if rest else "")
    size, name = (1000, "thousand") if number >= 1000 else (100, "hundred")  # noqa: PLR2004 - units
    head, rest = divmod(number, size)
    return f"{cardinal(head)} {name}" + (f" {cardinal(rest)}" if rest else "")


def written(text: str) -> str | None:
    """Write a reference as the model writes: lower case, no punctuation, numbers as words.

    Returns None where that cannot be done.
    """
    text = text.lower().replace("\u2019", "'")
    text = re.sub(r"\d+", lambda match: cardinal(int(match[0])), text)
    text = " ".join(re.sub(r"[.,!?;:\"()\-]+", " ", text).split())
    return text if _WRITABLE.fullmatch(text) else None


def _duration(pick: random.Random) -> str:
    unit = pick.choice(["second", "minute", "minute", "hour"])
    number = pick.choice([1, 2, 3, 5, 10, 15, 20, 30, 45, pick.randint(1, 59)])
    plural = unit if number == 1 else unit + "s"
    half = " and a half" if unit == "hour" and pick.random() < 0.2 else ""  # noqa: PLR2004 - share
    return f"{cardinal(number)} {plural}{half}"


def _clock(pick: random.Random) -> str:
    hour = cardinal(pick.randint(1, 12))
    minute = pick.choice(["", " o'clock", " fifteen", " thirty", " forty five", " oh five"])
    return hour + minute + pick.choice(["", "", " a m", " p m"])


def _digits(pick: random.Random) -> str:
    return " ".join(pick.choice(ONES[:10]) for _ in range(pick.randint(1, 7)))


def _letters(pick: random.Random) -> str:
    alphabet = "abcdefghijklmnopqrstuvwxyz"
    return " ".join(pick.choice(alphabet) for _ in range(pick.randint(1, 5)))


RULES: dict[str, Callable[[random.Random], str]] = {
    "few": lambda pick: cardinal(pick.choice([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, pick.randint(1, 30)])),
    "percent": lambda pick: cardinal(pick.choice([pick.randint(0, 20) * 5, pick.randint(0, 100)])),
    "ordinal": lambda pick: pick.choice(ORDINALS),
    "duration": _duration,
    "clock": _clock,
    "letters": _letters,
}


def expand(template: str, slots: Slots, pick: random.Random) -> str:
    """Return one random reading of `template`."""

    def fill(match: re.Match[str]) -> str:
        choice: str | None = match[1]
        optional: str | None = match[2]
        slot: str = match[3]
        if choice is not None:
            return pick.choice(choice.split("|"))
        if optional is not None:
            return pick.choice(optional.split("|")) if pick.random() < 0.5 else ""  # noqa: PLR2004 - a coin
        return RULES[slot](pick) if slot in RULES else pick.choice(slots[slot])

    while _INNERMOST.search(template):
        template = _INNERMOST.sub(fill, template, count=1)
    return " ".join(template.split())


def command_templates() -> tuple[list[str], Slots]:
    """Return every command template and the word lists it draws on."""
    with (TEXT / "commands.toml").open("rb") as file:
        read = tomllib.load(file)
    return [line for group in GROUPS for line in read[group]], read["slots"]


def commands(pick: random.Random, per_template: int) -> list[Prompt]:
    """Return about `per_template` readings of each command template, more of the varied ones."""
    templates, slots = command_templates()
    prompts = []
    for template in templates:
        readings = {expand(template, slots, pick) for _ in range(60)}
        count = round(per_template * min(len(readings), 16) ** 0.6)
        prompts += [Prompt(expand(template, slots, pick), "command") for _ in range(count)]
    return prompts


def fixed_commands() -> list[str]:
    """Return every command without an open slot, sorted: the closed list of the evaluation."""
    templates, slots = command_templates()
    pick = random.Random(1)
    plain = [line for line in templates if "{" not in line]
    return sorted({expand(line, slots, pick) for line in plain for _ in range(80)})


def product_examples() -> list[str]:
    """Return the examples of the assistant's own English commands as the model writes them, sorted."""
    found = set()
    for path in sorted(PRODUCT.glob("*.toml")):
        with path.open("rb") as file:
            commands_of_pack = tomllib.load(file).get("command", [])
        examples = [text for each in commands_of_pack for text in each.get("examples", {}).get("en", [])]
        found |= {text for text in map(written, examples) if text}
    return sorted(found)


def sentences(pick: random.Random, count: int) -> list[Prompt]:
    """Return `count` composed sentences."""
    with (TEXT / "sentences.toml").open("rb") as file:
        read = tomllib.load(file)
    slots = command_templates()[1] | read["slots"]
    short = (TEXT / "short_sentences.txt").read_text().split("\n")[:-1]
    lines = [expand(pick.choice(read["sentences"]), slots, pick) for _ in range(count * 4 // 5)]
    lines += [pick.choice(short) for _ in range(count - len(lines))]
    return [Prompt(line, "sentence") for line in lines]


def numbers(pick: random.Random, count: int) -> list[Prompt]:
    """Return `count` numbers: digit strings, cardinals, ordinals, times, dates, spelled letters."""
    slots = command_templates()[1]

    def date() -> str:
        month, day = pick.choice(slots["month"]), cardinal(pick.randint(1, 31))
        year = f" {cardinal(pick.choice([19, 20]))} {cardinal(pick.randint(10, 99))}"
        weekday = pick.choice(["", "", pick.choice(slots["weekday"]) + " "])
        return f"{weekday}{month} {day}" + pick.choice(["", year])

    makers: list[tuple[str, Callable[[], str]]] = [
        ("number", lambda: _digits(pick)),
        ("number", lambda: pick.choice(ONES[:10])),
        ("number", lambda: cardinal(pick.randint(0, 100))),
        ("number", lambda: cardinal(round(10 ** pick.uniform(1, 5)))),
        ("number", lambda: pick.choice(ORDINALS)),
        ("date", lambda: _clock(pick)),
        ("date", date),
        ("letters", lambda: _letters(pick)),
    ]
    prompts = []
    for _ in range(count):
        kind, make = pick.choice(makers)
        prompts.append(Prompt(make(), kind))
    return prompts


def ordinary(pick: random.Random, count: int, wordnet: Path = WORDNET) -> list[Prompt]:
    """Return `count` of WordNet's example sentences of 3 to 14 words.

    Raises FileNotFoundError where WordNet is not installed.
    """
    found = set()
    for part in ("adj", "adv", "noun", "verb"):
        for line in (wordnet / f"data.{part}").read_text(encoding="latin-1").splitlines():
            quoted = (written(text) for text in _QUOTED.findall(line.partition("|")[2]))
            found |= {text for text in quoted if text and 3 <= len(text.split()) <= 14}  # noqa: PLR2004 - as said
    return [Prompt(text, "sentence") for text in pick.sample(sorted(found), min(count, len(found)))]


def digits(times: int) -> list[Prompt]:
    """Return zero ... nine `times` times each, alone."""
    return [Prompt(digit, "digit") for digit in ONES[:10] for _ in range(times)]


def excerpts(pick: random.Random, texts: list[str], count: int) -> list[Prompt]:
    """Return runs of 3 to 9 words out of long texts: more words than the templates know."""
    found = []
    for text in pick.choices([text.split() for text in texts], k=count):
        length = pick.randint(3, 9)
        start = pick.randint(0, max(0, len(text) - length))
        found.append(Prompt(" ".join(text[start : start + length]), "sentence"))
    return found


def single_words(pick: random.Random, times: int) -> list[Prompt]:
    """Return each word of the commands and of the plain sentences `times` times, alone."""
    found = {w for p in commands(pick, 4) + sentences(pick, 3000) for w in p.text.split()}
    words = sorted(word for word in found if len(word) > 1)
    return [Prompt(word, "word") for word in words for _ in range(times)]
