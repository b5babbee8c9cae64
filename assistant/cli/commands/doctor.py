"""`assistant doctor`: is everything there that the assistant needs, and what to do about it."""

import json
import os
import shutil
import sys
from argparse import Namespace
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from enum import StrEnum
from time import perf_counter

from assistant.cli.commands.demo import REAL_MODEL, demo_recordings
from assistant.cli.options import settings_from
from assistant.devices import places
from assistant.errors import AssistantError, ControlError
from assistant.values.audio import Trigger, Utterance
from assistant.values.settings import Settings


class Health(StrEnum):
    """How a part is."""

    GOOD = "ok"
    WEAK = "note"
    """It works, and there is something to know."""
    BAD = "FAIL"


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found about one part."""

    part: str
    health: Health
    message: str


def run(options: Namespace) -> int:
    """Check every part; 1 where one fails."""
    settings = settings_from(options)
    found = []
    for part in CHECKS:
        for finding in findings(part, settings):
            found.append(finding)
            if not options.json:
                sys.stdout.write(f"{finding.health:>4}  {finding.part:<11} {finding.message}\n")
                sys.stdout.flush()
    if options.json:
        sys.stdout.write(json.dumps([asdict(one) for one in found], ensure_ascii=False, indent=2) + "\n")
    return 1 if any(one.health is Health.BAD for one in found) else 0


def findings(part: str, settings: Settings) -> Iterator[Finding]:
    """Check one part; what can't be checked at all fails with what stood in the way."""
    try:
        for health, message in CHECKS[part](settings):
            yield Finding(part, health, message)
    except (AssistantError, OSError) as error:
        yield Finding(part, Health.BAD, str(error))


def _folders(settings: Settings) -> Iterator[tuple[Health, str]]:
    here = places.places()
    for folder in (settings.keep.folder or here.data, here.config, here.cache):
        existing = next(parent for parent in (folder, *folder.parents) if parent.exists())
        if os.access(existing, os.W_OK):
            yield Health.GOOD, str(folder)
        else:
            yield Health.BAD, f"{folder} can't be written to; give yourself the rights to {existing}"


def _recordings(settings: Settings) -> Iterator[tuple[Health, str]]:
    from assistant.devices.journal import DiskJournal
    from assistant.wiring import journal_folder

    folder = journal_folder(settings.keep)
    if not folder.is_dir():
        yield Health.GOOD, "nothing was left undelivered"
        return
    pending = DiskJournal(folder).pending()
    if pending:
        yield (
            Health.WEAK,
            f"{len(pending)} undelivered: `assistant recover` gets them back",
        )
    else:
        yield Health.GOOD, "nothing was left undelivered"


def _model(settings: Settings) -> Iterator[tuple[Health, str]]:
    from assistant.devices.audio_file import AudioFile
    from assistant.wiring import RecognizerLoader

    begun = perf_counter()
    loader = RecognizerLoader(settings.recognize)
    notices: list[str] = []
    loader.tell = notices.append
    recognizer = loader()
    loaded = perf_counter() - begun
    try:
        samples = AudioFile.read(demo_recordings()[0])
        for transcript in recognizer.feed(Utterance(1, 0, samples, Trigger.FILE)):
            spent = transcript.timings
            health = Health.GOOD if transcript.text else Health.BAD
            speed = f"{1000 * spent.work:.0f} ms for {spent.audio:.1f} s of speech"
            yield health, f"{transcript.model}: loaded in {loaded:.2f} s, {speed}, on {loader.runs_on}"
            for notice in notices:
                yield Health.WEAK, notice
            if transcript.is_demo:
                yield Health.WEAK, f"this is the demo model, for English commands; {REAL_MODEL}"
    finally:
        loader.close()


def _microphone(settings: Settings) -> Iterator[tuple[Health, str]]:
    from assistant.devices.microphone import list_microphones

    microphones = list_microphones()
    if not microphones:
        yield Health.BAD, "none found; plug one in, or start the sound server"
        return
    wanted = settings.hear.microphone
    names = [one.name for one in microphones]
    if wanted is not None and wanted not in names:
        yield Health.BAD, f"{wanted} is not there; `assistant devices` lists those that are"
    default = next((one.name for one in microphones if one.is_default), names[0])
    yield Health.GOOD, f"{wanted or default} ({len(names)} found)"


def _desktop(settings: Settings) -> Iterator[tuple[Health, str]]:
    from assistant.devices.desktop import find_desktop, find_hotkeys, hotkey_advice

    desktop = find_desktop(settings.act)
    if desktop is None:
        yield (
            Health.BAD,
            "there is no display, so text has nowhere to go: start it inside your desktop session",
        )
        return
    try:
        window = desktop.active_window()
        yield Health.GOOD, f"{desktop.name}; the focus is in {window.app if window else 'no window'}"
        if find_hotkeys(settings.act, desktop) is None:
            yield Health.WEAK, f"no hotkey can be watched here; {hotkey_advice()}"
        else:
            named = ", ".join(f"{hotkey.keys} ({hotkey.job})" for hotkey in settings.act.hotkeys)
            yield Health.GOOD, f"hotkeys: {named or 'none; `assistant toggle` begins and ends'}"
        if os.environ.get("WAYLAND_DISPLAY") and not os.environ.get("DISPLAY"):
            yield Health.WEAK, "without XWayland there is no overlay; install xwayland and log in again"
    finally:
        desktop.close()


def _control(_settings: Settings) -> Iterator[tuple[Health, str]]:
    from assistant.services.control.address import control_address
    from assistant.services.control.client import ask

    address = control_address()
    try:
        running = ask("status")
    except ControlError:
        yield Health.GOOD, f"no assistant is running; `assistant press` will find it at {address}"
    else:
        yield Health.GOOD, f"an assistant is running (process {running.get('pid')}) at {address}"


def _consult(settings: Settings) -> Iterator[tuple[Health, str]]:
    consult = settings.consult
    if not consult.is_on:
        yield Health.GOOD, "no language model is switched on, so no connection is opened"
        return
    from assistant.devices.consult.servers import look_at

    found = look_at(consult)
    names = [model.name for model in found.models]
    if consult.model and not {consult.model, f"{consult.model}:latest"} & set(names):
        yield Health.BAD, f"{found.url} does not have {consult.model}: `assistant consult models`"
    elif not consult.model and len(names) != 1:
        yield Health.BAD, f"{found.url} has {len(names)} models: `assistant consult use` chooses one"
    else:
        yield Health.GOOD, f"{consult.model or names[0]} at {found.name}, {found.url}"
    if consult.is_remote_allowed:
        yield Health.WEAK, f"what is for the language model may leave this computer for {found.url}"
    elif any(model.is_remote for model in found.models if model.name == consult.model):
        yield Health.BAD, f"{consult.model} runs on another computer, and no text may leave this one"
    if consult.speaks:
        yield _voice(consult.voice)


def _voice(program: tuple[str, ...]) -> tuple[Health, str]:
    from assistant.devices.voice.program import system_voice
    from assistant.tray.voice.mouth import name_of_qt_voice

    if program and shutil.which(program[0]) is None:
        return Health.BAD, f"the voice {program[0]} is not there: see voice under [consult]"
    if program:
        return Health.GOOD, f"answers are spoken by {program[0]}"
    name = name_of_qt_voice()
    if name:
        return Health.GOOD, f"answers are spoken through Qt, by its engine {name}"
    return Health.GOOD, f"answers are spoken by {system_voice().name}"


Check = Callable[[Settings], Iterator[tuple[Health, str]]]
CHECKS: dict[str, Check] = {
    "folders": _folders,
    "recordings": _recordings,
    "model": _model,
    "microphone": _microphone,
    "desktop": _desktop,
    "control": _control,
    "consult": _consult,
}
