"""What can be typed after `assistant models`."""

from argparse import ArgumentParser
from pathlib import Path

from assistant.cli.subcommand import Commands, add_subcommand

EPILOG = """\
examples:
  assistant models list                          what there is, and what is installed
  assistant models download sense-voice-small    fetch the real model (240 MB), once
  assistant models use sense-voice-small         and let the assistant run it
  assistant models import /media/stick           no network? from a folder, .tar.bz2 or .zip

`models download` is the only command of the assistant that opens a network connection.
"""
_DOWNLOAD = """\
Ctrl+C is the pause button: what has arrived is kept, and the same command goes on from there.
Proxies come from the environment (https_proxy, no_proxy) or from --proxy, for this command alone.

A mirror of your own is any web server that holds NAME/FILE. A machine that has the model can be one:
  cd FOLDER_OF_MODELS && python3 -m http.server 8000      (`models show NAME` tells the folder)
  assistant models download NAME --mirror http://that-machine:8000
"""
_IMPORT = """\
A file whose SHA-256 is in the catalogue is taken as it is. Any other is refused, unless you --trust it: then
it is looked through first (no files outside its folder, no operators of its own, SenseVoice's inputs).
Archives with links, devices, absolute or climbing paths are refused as a whole.
"""


def add_models_commands(models: ArgumentParser) -> None:
    """Give `assistant models` its subcommands."""
    models.epilog = EPILOG
    models.set_defaults(action="list", json=False, catalogue=None)
    actions = models.add_subparsers(title="commands", metavar="COMMAND")
    _add(actions, "list", "show every model, and which is in use")
    _named(
        _add(actions, "show", "tell all about one model: origin, licence, addresses, how to fetch by hand")
    )
    _download(actions)
    _import(actions)
    _named(_add(actions, "verify", "hash every file of a model again, and speak a recording to it"))
    _named(_add(actions, "use", "let the assistant run a model, from now on"))
    remove = _add(actions, "remove", "take a model off the disk, with everything that was made from it")
    _named(remove)
    remove.add_argument("--force", action="store_true", help="even if it is in use; nano takes over")


def _add(actions: "Commands[ArgumentParser]", name: str, summary: str, detail: str = "") -> ArgumentParser:
    action = add_subcommand(actions, name, summary, detail)
    action.set_defaults(action=name)
    action.add_argument("--json", action="store_true", help="for programs: JSON, one object a line")
    action.add_argument(
        "--catalogue", type=Path, metavar="FILE", help="another catalogue, for tests and private mirrors"
    )
    return action


def _named(action: ArgumentParser) -> None:
    default = {"default": "nano", "nargs": "?"} if action.prog.endswith(("show", "verify")) else {}
    text = "a name of `assistant models list`" + (" (default: nano)" if default else "")
    action.add_argument("name", metavar="NAME", help=text, **default)  # type: ignore[arg-type]  # two kinds of values


def _download(actions: "Commands[ArgumentParser]") -> None:
    action = _add(actions, "download", "fetch a model, resume it, check every byte, install it", _DOWNLOAD)
    action.add_argument(
        "name",
        nargs="?",
        default="sense-voice-small",
        metavar="NAME",
        help="which one (default: sense-voice-small)",
    )
    _consent(action)
    action.add_argument(
        "--mirror", action="append", default=[], metavar="URL", help="ask here instead; may be repeated"
    )
    action.add_argument(
        "--region",
        choices=("auto", "china", "world"),
        default="auto",
        help="which mirrors to ask first (default: by the system's language)",
    )
    action.add_argument("--proxy", default="", metavar="URL", help="go through this proxy: http://host:port")
    action.add_argument(
        "--stall", type=float, default=20.0, metavar="S", help="give a mirror up after S silent seconds"
    )


def _import(actions: "Commands[ArgumentParser]") -> None:
    action = _add(actions, "import", "take a model from a folder, a USB stick, a .tar.bz2 or a .zip", _IMPORT)
    action.add_argument("place", type=Path, metavar="PLACE", help="the folder, archive or ONNX file")
    action.add_argument("--name", default="", help="what to call a model that the catalogue does not know")
    action.add_argument("--trust", action="store_true", help="take a model that the catalogue does not know")
    _consent(action)


def _consent(action: ArgumentParser) -> None:
    action.add_argument(
        "--accept-licence",
        action="store_true",
        help="yes to the licence (`assistant models show NAME` has it); asked for on a terminal otherwise",
    )
