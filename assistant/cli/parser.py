"""What can be typed: every command with its options, and help that teaches."""

from argparse import ArgumentParser, RawDescriptionHelpFormatter
from pathlib import Path

from assistant import __version__
from assistant.cli.consult.parser import add_consult_commands
from assistant.cli.history.parser import add_history_commands, add_repair_commands
from assistant.cli.models.parser import add_models_commands
from assistant.cli.packs.parser import add_check_options, add_try_options
from assistant.cli.quick import WITH_JOB
from assistant.cli.session.parser import add_session_commands
from assistant.cli.settings.parser import add_settings_commands
from assistant.cli.subcommand import Commands, add_subcommand, add_switches
from assistant.cli.summaries import COMMANDS

EPILOG = """\
examples:
  assistant                                  start the assistant (same as `assistant run`)
  assistant transcribe talk.wav              write down a recording
  assistant transcribe *.flac --format srt   subtitles for several
  assistant listen                           show what the microphone says, until Ctrl+C
  assistant say "hello 世界"                   put text into the focused window
  assistant models download                  fetch the real model, SenseVoice-Small
  assistant doctor                           check microphone, model, desktop and key

Everything runs on this machine. Only `assistant models download` opens a network connection, and
`assistant consult` one to a language model, once you have switched that on.
"""
JOBS = ("dictate", "command", "ask", "edit")
BENCHES = ("engine", "latency", "startup", "tray", "memory", "commands", "consult")
DEVICES = ("auto", "cpu", "gpu", "cuda", "webgpu", "coreml")
LANGUAGES = ("auto", "zh", "en", "yue", "ja", "ko")


def build_parser() -> ArgumentParser:
    """Return the parser of the whole command line."""
    parser = ArgumentParser(
        prog="assistant",
        description="On-device voice assistant: hold a key, speak, and the words stand in the window.",
        epilog=EPILOG,
        formatter_class=RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"assistant {__version__}")
    parser.set_defaults(module="run", headless=False, hands_free=False)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    _hearing(commands)
    _acting(commands)
    _controlling(commands)
    _showing(commands)
    _looking(commands)
    add_history_commands(_command(commands, "history"))
    add_repair_commands(commands)
    add_consult_commands(_command(commands, "consult"))
    add_session_commands(commands)
    add_try_options(_command(commands, "try"))
    add_check_options(_command(commands, "check"))
    return parser


def _command(commands: "Commands[ArgumentParser]", name: str) -> ArgumentParser:
    command = add_subcommand(commands, name, *COMMANDS[name])
    command.set_defaults(module=name)
    return command


def _microphone(command: ArgumentParser) -> None:
    command.add_argument("--microphone", metavar="NAME", help="an input of `assistant devices`")


def _delay(command: ArgumentParser) -> None:
    command.add_argument(
        "--delay", type=float, default=0.0, metavar="S", help="wait S seconds first, to change windows"
    )


def _model_options(command: ArgumentParser) -> None:
    command.add_argument(
        "--model",
        type=Path,
        metavar="DIR",
        help="folder of a SenseVoice model (default: the bundled demo model)",
    )
    command.add_argument(
        "--device", choices=DEVICES, help="what computes (default: auto, the fastest that is right)"
    )
    command.add_argument(
        "--language", choices=LANGUAGES, help="what is spoken (default: the model finds out)"
    )
    command.add_argument(
        "--languages", metavar="LIST", help="the languages you speak, as zh,en: nothing else is written"
    )
    command.add_argument(
        "--hotwords", type=Path, metavar="FILE", help="names and terms to listen for (default: hotwords.txt)"
    )


def _hearing(commands: "Commands[ArgumentParser]") -> None:
    transcribe = _command(commands, "transcribe")
    transcribe.add_argument("files", nargs="+", metavar="FILE", help="an audio file")
    transcribe.add_argument(
        "--format", choices=("text", "json", "srt", "vtt", "tsv"), help="how to write (default: text)"
    )
    add_switches(
        transcribe,
        json="the same as --format json",
        watch="for programs: a JSON object a line, as it is read",
    )
    transcribe.add_argument(
        "--output", type=Path, metavar="FILE", help="write there instead of to the screen"
    )
    _model_options(transcribe)

    listen = _command(commands, "listen")
    add_switches(listen, json="one JSON object a line")
    _microphone(listen)
    listen.add_argument(
        "--file", metavar="FILE", help="hear this recording instead, at the pace it was spoken"
    )
    _model_options(listen)


def _acting(commands: "Commands[ArgumentParser]") -> None:
    run = _command(commands, "run")
    add_switches(run, headless="no tray; stop with Ctrl+C", hands_free="start in hands-free mode")
    _microphone(run)
    run.add_argument(
        "--hotkey",
        metavar="KEY",
        help="key that dictates: Control_R (default), F9, Button8, Ctrl+Alt+space...",
    )
    _model_options(run)

    demo = _command(commands, "demo")
    add_switches(demo, fast="do not wait for the pace of speech", json="one JSON object a line")
    _model_options(demo)

    _saying(commands)
    _recovering(commands)


def _saying(commands: "Commands[ArgumentParser]") -> None:
    say = _command(commands, "say")
    say.add_argument("text", nargs="+", metavar="TEXT", help="what is said; - reads standard input")
    say.add_argument("--job", choices=JOBS, help="what it is said for (default: type it as it stands)")
    add_switches(say, alone="do not ask the assistant that runs")
    _delay(say)


def _recovering(commands: "Commands[ArgumentParser]") -> None:
    recover = _command(commands, "recover")
    recover.add_argument(
        "what", nargs="?", default="list", choices=("list", "deliver", "delete"), help="default: list"
    )
    add_switches(recover, print="deliver to the screen, not into a window", json="list as JSON")
    _delay(recover)
    _model_options(recover)


def _controlling(commands: "Commands[ArgumentParser]") -> None:
    for verb in ("press", "release", "toggle", "cancel", "status"):
        command = _command(commands, verb)
        if verb in WITH_JOB:
            command.add_argument("--job", choices=JOBS, default="dictate", help="what is said is for")
        add_switches(command, json="answer with a JSON object")


def _showing(commands: "Commands[ArgumentParser]") -> None:
    show = _command(commands, "show")
    show.set_defaults(module="windows.show")
    show.add_argument("window", nargs="?", default="", metavar="WINDOW", help="which (default: the menu)")


def _looking(commands: "Commands[ArgumentParser]") -> None:
    devices = _command(commands, "devices")
    add_switches(devices, json="as a JSON list")
    doctor = _command(commands, "doctor")
    add_switches(doctor, json="as a JSON list")
    _model_options(doctor)
    add_models_commands(_command(commands, "models"))
    add_settings_commands(_command(commands, "settings"))
    _measuring(commands)


def _measuring(commands: "Commands[ArgumentParser]") -> None:
    latency = _command(commands, "latency")
    latency.set_defaults(module="measure.latency")
    add_switches(latency, json="as one JSON object", reset="forget what was measured")
    latency.add_argument(
        "--model", dest="model_name", default="", metavar="NAME", help="only with this model"
    )
    _bench(commands)


def _bench(commands: "Commands[ArgumentParser]") -> None:
    bench = _command(commands, "bench")
    bench.add_argument("what", choices=BENCHES, help="what to measure")
    bench.add_argument("--runs", type=int, default=20, metavar="N", help="how often (default: 20)")
    bench.add_argument(
        "--against",
        default="",
        metavar="NAMES",
        help="compare with sherpa-onnx, funasr-onnx or both (with a comma), where installed; not for latency",
    )
    bench.add_argument("--utterances", type=int, default=0, metavar="N", help="memory: also say so many")
    bench.add_argument("--seconds", default="", metavar="S,S", help="lengths, like 5,30; not for startup")
    bench.add_argument(
        "--speech", nargs="+", type=Path, metavar="FILE", help="what is dictated (default: the demo)"
    )
    bench.add_argument(
        "--reaction", type=float, default=0.3, metavar="S", help="the key comes up this late (default: 0.3)"
    )
    add_switches(bench, json="as one JSON object")
    _model_options(bench)
