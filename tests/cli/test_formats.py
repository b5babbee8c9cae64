from assistant.cli import formats
from assistant.values.audio import samples_in
from assistant.values.transcript import Tag, Transcript, Word


def heard(*words: tuple[str, float, float]) -> Transcript:
    """Return a transcript of words given with their times in seconds."""
    said = tuple(
        Word(text, samples_in(1000 * start), samples_in(1000 * stop), 0.9) for text, start, stop in words
    )
    text = " ".join(word.text for word in said)
    return Transcript(1, 0, samples_in(9000), text, Tag("en", 1.0), Tag("NEUTRAL", 1.0), (), said)


def test_subtitles_break_at_a_pause() -> None:
    subtitles = formats.srt([heard(("hello", 0.1, 0.4), ("there", 0.5, 0.9), ("again", 3661.25, 3661.5))])
    assert subtitles == (
        "1\n00:00:00,100 --> 00:00:00,933\nhello there\n\n2\n01:01:01,250 --> 01:01:02,083\nagain\n"
    )


def test_subtitles_break_when_they_get_long() -> None:
    words = [(f"w{number}", number * 1.0, number + 0.9) for number in range(8)]
    found = list(formats.cues(heard(*words)))
    assert [text for _, _, text in found] == ["w0 w1 w2 w3 w4 w5", "w6 w7"]


def test_a_word_alone_stays_as_long_as_one_needs_to_read_it_or_until_the_next() -> None:
    words = [("yes", 1.0, 1.042), ("no", 1.8, 1.85), ("well", 5.0, 6.5)]
    found = [(start, round(end, 3)) for start, end, _ in formats.cues(heard(*words))]
    assert found == [(1.0, 1.8), (1.8, 2.633), (5.0, 6.5)]


def test_chinese_is_not_spaced_and_latin_is() -> None:
    ((_, _, text),) = formats.cues(heard(("打", 0.1, 0.2), ("开", 0.2, 0.3), ("music", 0.4, 0.6)))
    assert text == "打开 music"


def test_web_subtitles_have_their_header_and_points() -> None:
    assert formats.vtt([heard(("hi", 1.0, 1.5))]) == "WEBVTT\n\n00:00:01.000 --> 00:00:01.833\nhi\n"


def test_a_table_has_milliseconds() -> None:
    assert formats.tsv([heard(("hi", 1.0, 1.5))]) == "start\tend\ttext\n1000\t1833\thi\n"
