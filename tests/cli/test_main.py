import json
import os
import signal
import subprocess
import sys
import wave
from pathlib import Path

import pytest

from assistant.cli import main
from assistant.devices import places
from tests.fakes.rooms import loud
from tests.support.x_server import XServer, missing_programs

COMMANDS = (
    *("run", "demo", "transcribe", "listen", "say", "devices", "doctor", "models", "bench"),
    *("autostart", "menu-entry"),
)


def record(path: Path, seconds: float) -> Path:
    """Write noise into a WAV file."""
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(16_000)
        file.writeframes(loud(seconds).tobytes())
    return path


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main([command, "--help"])
    assert ended.value.code == 0
    assert f"usage: assistant {command}" in capsys.readouterr().out


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])
    told = capsys.readouterr().out
    assert all(command in told for command in COMMANDS)


def test_a_wrong_option_is_a_usage_error(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["transcribe", "--frobnicate"])
    assert ended.value.code == 2
    assert "usage:" in capsys.readouterr().err


def test_a_missing_file_is_told_and_the_others_are_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    there = record(tmp_path / "there.wav", 0.5)
    code = main(["transcribe", "--json", str(tmp_path / "gone.wav"), str(there)])
    told = capsys.readouterr()
    assert code == 1
    assert "gone.wav" in told.err
    assert [one["file"] for one in json.loads(told.out)] == [str(there)]


@pytest.mark.parametrize("content", [b"", b"RIFF\x00\x00", b"not audio at all" * 50])
def test_what_is_not_audio_gets_one_clear_line(
    content: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "talk.wav"
    path.write_bytes(content)
    assert main(["transcribe", str(path)]) == 1
    told = capsys.readouterr().err.strip().splitlines()
    assert len(told) == 1
    assert "talk.wav" in told[0]


def test_a_model_that_is_not_there_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sound = record(tmp_path / "a.wav", 0.5)
    assert main(["transcribe", "--model", str(tmp_path / "nowhere"), str(sound)]) == 1
    told = capsys.readouterr().err
    assert "nowhere" in told
    assert "Traceback" not in told


def test_a_shipped_recording_is_written_down_as_data(capsys: pytest.CaptureFixture[str]) -> None:
    recording = min((places.resources() / "recordings").glob("*.flac"))
    assert main(["transcribe", "--json", str(recording)]) == 0
    (found,) = json.loads(capsys.readouterr().out)
    assert {"file", "text", "language", "emotion", "sounds", "words", "timings"} <= found.keys()
    assert found["text"].split() == [word["text"] for word in found["words"]]


def test_subtitles_of_several_recordings_need_a_folder(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sounds = [str(record(tmp_path / f"{name}.wav", 0.5)) for name in "ab"]
    assert main(["transcribe", "--format", "srt", *sounds]) == 1
    assert "--output FOLDER" in capsys.readouterr().err
    folder = tmp_path / "subtitles"
    folder.mkdir()
    assert main(["transcribe", "--format", "srt", "--output", str(folder), *sounds]) == 0
    assert sorted(path.name for path in folder.iterdir()) == ["a.srt", "b.srt"]


def test_an_empty_recording_has_an_empty_text(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["transcribe", "--json", str(record(tmp_path / "short.wav", 0.01))]) == 0
    (found,) = json.loads(capsys.readouterr().out)
    assert found["text"] == ""


def test_saying_without_a_desktop_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["say", "hello"]) == 1
    assert "DISPLAY" in capsys.readouterr().err


def test_without_display_and_microphone_the_demo_is_played_until_somebody_ends_it() -> None:
    command = [sys.executable, "-m", "assistant", "run"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        told = [program.stdout.readline() for _ in range(7)]  # the first recording has been heard
        program.send_signal(signal.SIGTERM)
        _, complaints = program.communicate(timeout=20)
    assert "no display" in told[0]
    assert "Recorded demo" in told[2]
    assert program.returncode == 0
    assert complaints == ""


def test_with_a_display_and_no_microphone_the_icon_makes_way_for_the_demo(tmp_path: Path) -> None:
    if reason := missing_programs():
        pytest.skip(reason)
    nowhere = {
        "PULSE_SERVER": f"unix:{tmp_path}/none",
        "PIPEWIRE_REMOTE": "none",
        "XDG_RUNTIME_DIR": str(tmp_path),
    }
    with XServer() as server:
        environment = {**os.environ, **server.environment, **nowhere, "ASSISTANT_HOME": str(tmp_path)}
        command = [sys.executable, "-m", "assistant", "run"]
        with subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment
        ) as program:
            assert program.stdout is not None
            told = [program.stdout.readline() for _ in range(3)]
            program.send_signal(signal.SIGTERM)
            program.communicate(timeout=20)
    assert told[0] == "There is no microphone here, so this is the recorded demo.\n"
    assert "Recorded demo" in told[2]
    assert program.returncode == 0


def test_a_reader_that_goes_away_ends_the_demo_quietly() -> None:
    command = [sys.executable, "-m", "assistant", "demo", "--fast"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        assert program.stderr is not None
        program.stdout.readline()
        program.stdout.close()
        assert program.wait(20) == 0
        assert program.stderr.read() == ""
