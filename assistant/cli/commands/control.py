"""`assistant press|release|toggle|cancel|status` where argparse had to read the command line."""

from argparse import Namespace

from assistant.cli.quick import order


def run(options: Namespace) -> int:
    """Give the order; the exit code tells what came of it."""
    return order(options.verb, getattr(options, "job", "dictate"), as_json=options.json)
