"""The sections of a recording -> one transcript."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from assistant.recognize import detokenize
from assistant.values.transcript import Tag, Timings, Transcript

NO_LANGUAGE, NO_EMOTION = Tag("nospeech", 1.0), Tag("EMO_UNKNOWN", 1.0)


def whole(sections: Sequence[Transcript], stop: int) -> Transcript:
    """Return the transcript of a recording of `stop` samples.

    Language and emotion are those that were heard for longest, each with its mean probability there;
    sounds are averaged over everything that was read.
    """
    spoken = [one for one in sections if one.text] or list(sections)
    if not spoken:
        return Transcript(1, 0, stop, "", NO_LANGUAGE, NO_EMOTION, ())
    return replace(
        spoken[0],
        utterance=1,
        start=0,
        stop=stop,
        text=detokenize.join(one.text for one in sections),
        language=_longest((one.language, _length(one)) for one in spoken),
        emotion=_longest((one.emotion, _length(one)) for one in spoken),
        sounds=_mean(spoken),
        words=tuple(word for one in sections for word in one.words),
        timings=sum((one.timings for one in sections), Timings()),
        replacements=tuple(replacement for one in sections for replacement in one.replacements),
        runners_up=spoken[0].runners_up if len(sections) == 1 else (),
        withheld=detokenize.join(one.withheld for one in sections),
    )


def _length(one: Transcript) -> int:
    return one.stop - one.start


def _longest(tags: Iterable[tuple[Tag, int]]) -> Tag:
    lengths: dict[str, int] = defaultdict(int)
    weighed: dict[str, float] = defaultdict(float)
    for tag, length in tags:
        lengths[tag.name] += length
        weighed[tag.name] += tag.probability * length
    name = max(lengths, key=lambda each: lengths[each])
    return Tag(name, weighed[name] / max(1, lengths[name]))


def _mean(sections: Sequence[Transcript]) -> tuple[Tag, ...]:
    total = sum(_length(one) for one in sections)
    weighed: dict[str, float] = defaultdict(float)
    for one in sections:
        for tag in one.sounds:
            weighed[tag.name] += tag.probability * _length(one) / max(1, total)
    return tuple(
        sorted((Tag(name, value) for name, value in weighed.items()), key=lambda tag: -tag.probability)
    )
