"""`python -m assistant`; in a bundle, the one program: also the child processes that it starts of itself."""

import sys

CHILD = "--acoustic-worker"
"""First argument of such a child. Its module has the same word, and is not imported to ask for it."""


def main() -> int:
    """Be whichever of them is wanted, and return the exit code."""
    if sys.argv[1:2] == [CHILD]:
        from assistant.devices.onnx.isolated.worker import main as work

        work(sys.argv[2])
        return 0
    from assistant.cli import main as assistant

    return assistant()


if __name__ == "__main__":
    sys.exit(main())
