"""`assistant bench memory`: what a loaded model takes, and whether it grows with what is said."""

from argparse import Namespace
from pathlib import Path
from typing import Any

import numpy as np

from assistant.cli.bench import against, weigh
from assistant.cli.options import settings_from
from assistant.cli.progress import ProgressLine
from assistant.devices import places
from assistant.devices.onnx import load_model, prepare_model
from assistant.devices.onnx.isolated.model import ChildAcousticModel
from assistant.recognize.features import LFR_SAMPLES
from assistant.recognize.ports import Query
from assistant.values.audio import SAMPLE_RATE
from assistant.values.settings import RecognizeSettings

_SHORTEST, _LONGEST = 0.3, 15.0
"""Seconds of the utterances."""
_BRIEF = 3
"""How much more often they are short than long: half of them last less than half a second, the mean 1.7 s."""
_LOOKS = 10
"""How often memory is looked at meanwhile."""
_WIDTH = 560


def measure(options: Namespace) -> dict[str, Any]:
    """Return what each runtime takes after loading and after 10 s of audio; and ours over many utterances.

    Raises SettingsError where a peer is not installed, ModelError.
    """
    settings = settings_from(options).recognize
    folder: Path = settings.model or places.nano_model()
    names = against.installed(options.against)
    prepare_model(folder)
    rows = [weigh.in_own_process(name, folder) for name in (against.OURS, *names)]
    # Of ours to theirs: less is better here.
    ratio = {row["runtime"]: rows[0]["rss_mb"] / row["rss_mb"] for row in rows[1:] if row["rss_mb"]}
    found: dict[str, Any] = {"ratio": ratio, "memory": rows}
    if options.utterances:
        found["utterances"] = many(folder, settings, options.utterances)
    return found


def many(folder: Path, settings: RecognizeSettings, count: int) -> dict[str, Any]:
    """Run `count` utterances of varied length; return the child's memory on the way, in MiB."""
    model = load_model(folder, settings)
    if not isinstance(model, ChildAcousticModel):
        return {}
    pick = np.random.default_rng(0)
    features = pick.standard_normal((round(_LONGEST * SAMPLE_RATE / LFR_SAMPLES), _WIDTH)).astype(np.float32)
    resident: list[float] = []
    try:
        model.emit(features, Query())  # the longest one first: what it needs is kept for the others
        resident.append(weigh.megabytes("VmRSS", model.pid or 0))
        with ProgressLine("bench memory") as progress:
            for done in range(1, count + 1):
                seconds = _SHORTEST * (_LONGEST / _SHORTEST) ** (pick.random() ** _BRIEF)
                model.emit(features[: max(1, round(seconds * SAMPLE_RATE / LFR_SAMPLES))], Query())
                if done % max(1, count // _LOOKS) == 0:
                    resident.append(weigh.megabytes("VmRSS", model.pid or 0))
                    progress.show(done / count)
    finally:
        model.close()
    return {"count": count, "grown_mb": resident[-1] - resident[0], "resident_mb": resident}
