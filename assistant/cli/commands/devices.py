"""`assistant devices`: the microphones."""

import json
import sys
from argparse import Namespace
from dataclasses import asdict


def run(options: Namespace) -> int:
    """List the microphones; 1 where there is none."""
    from assistant.devices.microphone import list_microphones

    microphones = list_microphones()
    if options.json:
        sys.stdout.write(
            json.dumps([asdict(one) for one in microphones], ensure_ascii=False, indent=2) + "\n"
        )
    else:
        for one in microphones:
            mark = "*" if one.is_default else " "
            sys.stdout.write(f"{mark} {one.name}  ({one.channels} channels, {one.rate:.0f} Hz)\n")
    if not microphones:
        sys.stderr.write("assistant: no microphone found; plug one in, or start the sound server\n")
        return 1
    return 0
