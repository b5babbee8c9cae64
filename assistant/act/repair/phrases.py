"""What is said, and nothing else, to mend the text that was just typed. Data, until commands take it over."""

import re

from assistant.values.action import OfferCorrection, PickCorrection, RememberCorrection, Repair, TakeBack

_UNDO = frozenset(
    """scratch that|delete that|undo that|take that back|strike that|never mind that
    删掉这句|删除这句|撤销这句|刪掉這句|收回这句|删掉刚才那句|删掉上一句""".replace("\n", "|").split("|")
)
_CORRECT = frozenset("""correct that|fix that|改一下这句|更正这句|纠正这句""".split("|"))
_REMEMBER = frozenset("""remember that word|remember this correction|记住这个词|记住这个更正""".split("|"))
_COUNTED = (
    re.compile(r"(?:scratch|delete|undo) the last (\w+)(?: (?:sentences|phrases|texts|things))?"),
    re.compile(r"删掉(?:最后|刚才|前面)?(\w)句"),
)
_PICK = (re.compile(r"(?:choose|pick|take|choice|option) (?:number )?(\w+)"), re.compile(r"选?第(\w)个"))
_NUMBERS = {
    word: number
    for number, words in enumerate(
        "one first 1 一|two second 2 二 两|three third 3 三|four fourth 4 四|five fifth 5 五".split("|"), 1
    )
    for word in words.split()
}
_MARKS = re.compile(r"[\s.,!?。，！？、]+$|^[\s]+")


def spoken_repair(text: str, *, is_offered: bool = False) -> Repair | None:
    """Return what `text` asks for, where it is a phrase of repair as a whole; None where it is to be typed.

    A choice is understood only while something is offered.
    """
    said = " ".join(_MARKS.sub("", text).lower().split())
    if said in {each.strip() for each in _UNDO}:
        return TakeBack(1)
    if said in _CORRECT:
        return OfferCorrection()
    if said in _REMEMBER:
        return RememberCorrection()
    counted = _number(_COUNTED, said)
    if counted is not None:
        return TakeBack(counted)
    picked = _number(_PICK, said) if is_offered else None
    return None if picked is None else PickCorrection(picked)


def _number(patterns: tuple[re.Pattern[str], ...], said: str) -> int | None:
    for pattern in patterns:
        found = pattern.fullmatch(said)
        if found and found[1] in _NUMBERS:
            return _NUMBERS[found[1]]
    return None
