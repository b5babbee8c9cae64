"""What can be typed after `assistant consult`."""

from argparse import ArgumentParser

from assistant.cli.subcommand import Commands, add_subcommand

EPILOG = """\
examples:
  assistant consult on                                   switch the language model on
  assistant consult servers                              which are on this computer, and their models
  assistant consult use http://127.0.0.1:11434 --model llama3.2
  assistant consult test                                 is it there, and how fast
  assistant consult ask "why is the sky blue?"
  assistant consult log                                  what was sent where, and when

Any OpenAI-compatible server will do: Ollama, llama.cpp, LM Studio, Jan, vLLM. As long as it is switched
off, no connection is opened. Text goes to this computer only, unless you allow another one by its name.
"""
_USE = """\
SERVER is an address, with or without /v1. One on another computer has to be allowed, and encrypted:

  assistant consult use https://llm.example.com --model big --allow-remote
  assistant consult key set https://llm.example.com

What leaves this computer then: the words that are for the model, and what is ticked in the settings
(consult.sends_selection, consult.sends_app, consult.tone). Audio never does. A model that Ollama passes on
to its makers' cloud counts as another computer too.
"""
_KEY = """\
The key is asked for, or read from standard input; it is never an argument, where others could see it.
It goes into the system's keyring; where there is none, into a file that only you can read.

  assistant consult key set https://llm.example.com
  pass show llm | assistant consult key set https://llm.example.com
  assistant consult key forget https://llm.example.com
"""
_LOG = """\
One line for each request: when, where, which model, what for, how many characters, and whether the selected
text was among them. No word of it, unless consult.logs_text is set. It never leaves this computer.
"""
_ASK = """\
The words stream to the screen; how long the first one took stands below them. Ctrl+C ends it, and the server
stops computing. For questions by voice hold the key that is set up for them (act.hotkeys, job = "ask").
"""


def add_consult_commands(consult: ArgumentParser) -> None:
    """Give `assistant consult` its subcommands."""
    consult.epilog = EPILOG
    consult.set_defaults(module="consult.verbs", action="status", json=False)
    actions = consult.add_subparsers(title="commands", metavar="COMMAND")
    _add(actions, "status", "tell whether it is on, and which model is asked")
    _add(actions, "on", "switch the language model on")
    _add(actions, "off", "switch it off: no connection is opened any more")
    _add(actions, "servers", "look which servers are on this computer, and show their models")
    use = _add(actions, "use", "choose the server, and the model", _USE)
    use.add_argument("server", metavar="SERVER", help="its address: http://127.0.0.1:11434")
    use.add_argument("--model", default="", metavar="NAME", help="a name of `assistant consult models`")
    use.add_argument(
        "--allow-remote", action="store_true", help="my words may leave this computer for SERVER"
    )
    _add(actions, "models", "list the models of the server")
    _add(actions, "test", "try server, model, speed and cancelling")
    ask = _add(actions, "ask", "ask something, and see the answer come", _ASK)
    ask.add_argument("text", nargs="+", metavar="TEXT", help="what to ask; - reads standard input")
    ask.add_argument("--longest", type=int, default=512, metavar="N", help="tokens at most (default: 512)")
    key = _add(actions, "key", "keep a server's key, or forget it", _KEY)
    key.add_argument(
        "what", choices=("list", "set", "forget"), nargs="?", default="list", help="default: list"
    )
    key.add_argument("host", nargs="?", default="", metavar="HOST", help="whose (default: the server in use)")
    log = _add(actions, "log", "show what was sent where", _LOG)
    log.add_argument("--clear", action="store_true", help="forget it")


def _add(actions: "Commands[ArgumentParser]", name: str, summary: str, detail: str = "") -> ArgumentParser:
    action = add_subcommand(actions, name, summary, detail)
    action.set_defaults(action=name)
    action.add_argument("--json", action="store_true", help="for programs: JSON")
    return action
