"""`assistant latency`: how long dictation really took on this machine."""

import json
import sys
from argparse import Namespace

from assistant.cli.latency.figures import Figures, Spread, by_length, figures, models
from assistant.devices.latency import LatencyLedger, Timing
from assistant.errors import HistoryError

MEANINGS = {
    "ending": "until the utterance was known to have ended",
    "waiting": "for other work, or a model being loaded",
    "features": "from samples to features",
    "model": "the acoustic model",
    "decode": "from emissions to words",
    "route": "finding out what it is for",
    "writing": "making the text fit",
    "delivery": "from the order to the receipt",
}
NOTHING = "Nothing was measured yet: dictate something, then ask again.\n"


def run(options: Namespace) -> int:
    """Print the percentiles, or forget the measurements. Raises HistoryError."""
    ledger = LatencyLedger()
    try:
        if options.reset:
            ledger.reset()
            sys.stdout.write("Forgotten; it is measured anew from now on.\n")
            return 0
        timings = ledger.read()
    except OSError as error:
        raise HistoryError(f"the measurements can't be read: {error}") from error
    if options.model_name:
        timings = [one for one in timings if one.model == options.model_name]
    if options.json:
        sys.stdout.write(json.dumps(_as_object(timings), ensure_ascii=False, indent=2) + "\n")
    else:
        sys.stdout.write(_report(timings) if timings else NOTHING)
    return 0


def _as_object(timings: list[Timing]) -> dict[str, object]:
    each = {name: [one for one in timings if one.model == name] for name in models(timings)}
    return {
        **figures(timings).as_object(),
        "models": {name: figures(group).as_object() for name, group in each.items()},
        "lengths": {name: one.as_object() for name, one in by_length(timings).items()},
    }


def _report(timings: list[Timing]) -> str:
    whole = figures(timings)
    lines = [f"{whole.count} utterances, the last {timings[-1].at[:10]}.      p50      p95"]
    lines.append(_row("key up -> text", whole.after_release))
    lines.append(_row("end of speech -> text", whole.after_speech))
    lines.append("")
    lines += [_row(name, spread, MEANINGS[name]) for name, spread in whole.stages.items()]
    groups: list[tuple[str, Figures]] = []
    if len(models(timings)) > 1:
        groups += [(name, figures([one for one in timings if one.model == name])) for name in models(timings)]
    groups += by_length(timings).items()
    lines.append("")
    lines += [_row(name, _main(one), f"{one.count} utterances, {_since(one)}") for name, one in groups]
    return "\n".join(lines) + "\n"


def _main(one: Figures) -> Spread:
    return one.after_release if one.after_release.count else one.after_speech


def _since(one: Figures) -> str:
    return "from key up" if one.after_release.count else "from the end of speech"


def _row(name: str, spread: Spread, about: str = "") -> str:
    if not spread.count:
        return f"{name:<34}      -        -"
    return f"{name:<34} {1000 * spread.p50:5.0f} ms {1000 * spread.p95:5.0f} ms  {about}".rstrip()
