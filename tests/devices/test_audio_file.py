"""Audio files: every format that should be read, and a plain sentence for what cannot be."""

import sys
from pathlib import Path
from time import monotonic

import numpy as np
import pytest
import soundfile

from assistant.devices.audio_file import AudioFile, FileSource
from assistant.errors import UnreadableAudioError
from assistant.hear.ports import SourceEnded
from assistant.values.audio import Samples
from assistant.values.event import Fault, MicrophoneOpened
from tests.fakes.post import RecordingPost
from tests.support.waiting import wait_until


def tone(rate: int, seconds: float = 1.0) -> Samples:
    return (np.sin(2 * np.pi * 440 * np.arange(int(rate * seconds)) / rate) * 10_000).astype(np.int16)


def ended(post: RecordingPost) -> bool:
    return any(isinstance(item, SourceEnded) for item in post.items)


@pytest.mark.parametrize("kind", ["wav", "flac", "aiff"])
def test_lossless_files_at_16_khz_are_read_to_the_bit(tmp_path: Path, kind: str) -> None:
    noise = np.random.default_rng(0).integers(-(2**15), 2**15, 12_345).astype(np.int16)
    soundfile.write(tmp_path / f"noise.{kind}", noise, 16_000)
    assert np.array_equal(AudioFile.read(tmp_path / f"noise.{kind}"), noise)


@pytest.mark.parametrize(
    ("name", "rate", "subtype"),
    [
        *(("a.wav", 44_100, "PCM_16"), ("a.wav", 48_000, "PCM_24"), ("a.wav", 8000, "PCM_U8")),
        *(("a.wav", 16_000, "FLOAT"), ("a.wav", 96_000, "DOUBLE"), ("a.wav", 16_000, "ULAW")),
        *(("a.ogg", 48_000, "OPUS"), ("a.ogg", 44_100, "VORBIS"), ("a.mp3", 44_100, None)),
    ],
)
@pytest.mark.parametrize("channels", [1, 2])
def test_any_rate_width_and_channel_count_sounds_the_same(
    tmp_path: Path, name: str, rate: int, subtype: str | None, channels: int
) -> None:
    sound = np.repeat(tone(rate)[:, None] / 32_768, channels, axis=1)
    soundfile.write(tmp_path / name, sound, rate, subtype=subtype)
    heard = AudioFile.read(tmp_path / name).astype(float)
    assert abs(len(heard) - 16_000) < 2500  # MP3 pads
    middle = heard[2000:14_000]
    assert np.sqrt(np.mean(middle**2)) == pytest.approx(10_000 / np.sqrt(2), rel=0.05)
    loudest = np.argmax(np.abs(np.fft.rfft(middle * np.hanning(len(middle)))))
    assert loudest * 16_000 / len(middle) == pytest.approx(440, abs=2)


def test_a_file_says_how_long_it_is(tmp_path: Path) -> None:
    soundfile.write(tmp_path / "tone.wav", tone(48_000, 0.5), 48_000)
    assert AudioFile(tmp_path / "tone.wav").seconds == pytest.approx(0.5)


def test_a_file_is_read_block_by_block(tmp_path: Path) -> None:
    soundfile.write(tmp_path / "long.wav", tone(16_000, 30), 16_000)
    assert max(len(block) for block in AudioFile(tmp_path / "long.wav").blocks()) <= 1600


def test_an_empty_recording_is_no_error(tmp_path: Path) -> None:
    soundfile.write(tmp_path / "empty.wav", np.zeros(0, np.int16), 16_000)
    assert len(AudioFile.read(tmp_path / "empty.wav")) == 0


def test_a_missing_file_says_so(tmp_path: Path) -> None:
    with pytest.raises(UnreadableAudioError, match=r"There is no audio file .*nothing\.wav"):
        AudioFile(tmp_path / "nothing.wav")


@pytest.mark.parametrize("content", [b"", b"not audio", b"RIFF\x00\x00\x00\x00WAVE"])
def test_what_is_no_audio_says_what_to_do(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "letter.wav").write_bytes(content)
    with pytest.raises(UnreadableAudioError, match=r"letter\.wav .* Convert it to WAV"):
        AudioFile.read(tmp_path / "letter.wav")


def test_a_format_of_the_media_extra_names_the_extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "av", None)  # which is how Python says: not installed
    (tmp_path / "voice.m4a").write_bytes(b"\0\0\0\x20ftypM4A ")
    with pytest.raises(UnreadableAudioError, match=r"voice\.m4a needs the media extra: pip install"):
        AudioFile(tmp_path / "voice.m4a")


@pytest.mark.parametrize(("name", "codec"), [("a.m4a", "aac"), ("a.webm", "libopus"), ("a.mp4", "aac")])
def test_the_media_extra_reads_what_phones_and_browsers_record(tmp_path: Path, name: str, codec: str) -> None:
    av = pytest.importorskip("av", reason="the media extra (PyAV) is not installed")
    with av.open(str(tmp_path / name), "w") as container:
        stream = container.add_stream(codec, rate=48_000, layout="mono")
        frame = av.AudioFrame.from_ndarray(tone(48_000)[None, :], format="s16", layout="mono")
        frame.sample_rate = 48_000
        resampler = av.AudioResampler(stream.format, stream.layout, 48_000)
        for part in (*resampler.resample(frame), *resampler.resample(None)):
            container.mux(stream.encode(part))
        container.mux(stream.encode(None))
    heard = AudioFile.read(tmp_path / name).astype(float)
    assert abs(len(heard) - 16_000) < 2500
    assert np.sqrt(np.mean(heard[3000:13_000] ** 2)) == pytest.approx(10_000 / np.sqrt(2), rel=0.1)


def test_a_source_plays_to_the_end_and_says_so(tmp_path: Path) -> None:
    noise = np.random.default_rng(0).integers(-99, 99, 5000).astype(np.int16)
    soundfile.write(tmp_path / "noise.wav", noise, 16_000)
    post = RecordingPost()
    FileSource(tmp_path / "noise.wav").start(post)
    wait_until(lambda: ended(post))
    post.check_positions()
    assert np.array_equal(post.samples, noise)
    assert post.items[0] == MicrophoneOpened("noise.wav")
    assert isinstance(post.items[-1], SourceEnded)


def test_several_files_follow_each_other_after_a_pause(tmp_path: Path) -> None:
    for name in ("one.wav", "two.wav"):
        soundfile.write(tmp_path / name, np.full(1000, 7, np.int16), 16_000)
    post = RecordingPost()
    source = FileSource([tmp_path / "one.wav", tmp_path / "two.wav"], pause_s=0.5)
    source.start(post)
    wait_until(lambda: ended(post))
    post.check_positions()
    assert post.stop == 1000 + 8000 + 1000
    assert [item.name for item in post.items if isinstance(item, MicrophoneOpened)] == ["one.wav", "two.wav"]
    assert source.name == "one.wav and 1 more"


def test_a_paced_file_takes_as_long_as_it_is(tmp_path: Path) -> None:
    soundfile.write(tmp_path / "tone.wav", tone(16_000, 0.6), 16_000)
    post, source = RecordingPost(), FileSource(tmp_path / "tone.wav", paced=True)
    before = monotonic()
    source.start(post)
    wait_until(lambda: ended(post))
    assert monotonic() - before >= 0.6
    for chunk, time in zip(post.chunks, post.times[1:], strict=False):
        position = source.position(time)
        assert position is not None
        assert chunk.stop <= position + 2  # rounding


def test_a_source_refuses_at_its_start_what_it_cannot_read(tmp_path: Path) -> None:
    with pytest.raises(UnreadableAudioError):
        FileSource([tmp_path / "nothing.wav"]).start(RecordingPost())


def test_a_file_that_breaks_off_is_a_trouble_and_the_next_is_played(tmp_path: Path) -> None:
    soundfile.write(tmp_path / "one.flac", tone(16_000, 5), 16_000)
    soundfile.write(tmp_path / "two.wav", np.full(1000, 7, np.int16), 16_000)
    whole = (tmp_path / "one.flac").read_bytes()
    (tmp_path / "one.flac").write_bytes(whole[: len(whole) // 3] + bytes(len(whole) // 3))
    post = RecordingPost()
    FileSource([tmp_path / "one.flac", tmp_path / "two.wav"]).start(post)
    wait_until(lambda: ended(post))
    post.check_positions()
    assert post.samples[-1000:].tolist() == [7] * 1000
    assert all("one.flac is damaged" in each.message for each in post.troubles(Fault.AUDIO_LOST))
