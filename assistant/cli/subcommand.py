"""How a command enters the command line: its summary in the list is a sentence in its own help."""

from argparse import ArgumentParser, RawDescriptionHelpFormatter, _SubParsersAction

Commands = _SubParsersAction  # the type argparse gives what add_subparsers() returns


def add_subcommand(
    commands: "Commands[ArgumentParser]", name: str, summary: str, detail: str = ""
) -> ArgumentParser:
    """Add a command; `detail` stands below its options."""
    return commands.add_parser(
        name,
        help=summary,
        description=f"{summary[0].upper()}{summary[1:]}.",
        epilog=detail,
        formatter_class=RawDescriptionHelpFormatter,
    )


def add_switches(command: ArgumentParser, **switches: str) -> None:
    """Add options that are given or not: `hands_free="…"` is `--hands-free` with its help."""
    for name, told in switches.items():
        command.add_argument(f"--{name.replace('_', '-')}", action="store_true", help=told)
