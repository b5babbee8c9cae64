"""What each command is for: its sentence in the list, and what stands below its own help."""

from assistant.cli.history.parser import HISTORY_EPILOG
from assistant.cli.packs.parser import CHECK_EPILOG, TRY_EPILOG

SHOWN = """\
Windows: settings, history, commands (what can I say), transcribe, latency, first_run. A page of the settings
stands behind a colon: `assistant show settings:about`. Exit code 3 where no assistant is running.
"""

_KEY = (
    "For a key of the desktop, a foot pedal or a script. `press` and `release` are a key like any\n"
    "other: held, it records until `release`; tapped, until it is tapped again.\n"
    "Exit code 3 where no assistant is running."
)
COMMANDS: dict[str, tuple[str, str]] = {
    "transcribe": (
        "write down recordings",
        (
            "Reads what libsndfile does (wav, flac, ogg, opus, mp3); m4a, mp4, webm with the `media` extra.\n"
            "Exit code 1 if any file could not be read; the others are still written."
        ),
    ),
    "listen": (
        "show what the microphone says, hands-free, typing nothing",
        "",
    ),
    "run": (
        "start the assistant: tray icon, push-to-talk, dictation",
        (
            "Hold Right Ctrl, speak, let go: the text appears in the window that had the focus.\n"
            "Without a display or a microphone it plays the recorded demo and says so."
        ),
    ),
    "demo": (
        "play the shipped recordings through the very same engine, typing nothing",
        "",
    ),
    "say": (
        "put text into the focused window, or have it understood as if it had been heard",
        (
            "Without --job the text is typed exactly as it stands. With --job it goes through the whole\n"
            'assistant but for the microphone: --job command "snap left" moves the window. An assistant\n'
            "that runs already does it; else one of its own does, and says what it did.\n"
            "With - each line of standard input is one utterance, so that a question can be answered:\n"
            "  printf 'close window\\nyes I am sure\\n' | assistant say --job command -\n"
            "With a language model switched on (see `assistant consult`):\n"
            '  assistant say --job ask "why is the sky blue"\n'
            "  printf 'shorter\\naccept the change\\n' | assistant say --job edit -   (what is selected)\n"
            "Exit code 1 where nothing could be done."
        ),
    ),
    "recover": (
        "get back what was said and never typed",
        "Push-to-talk recordings wait on disk until their text is delivered; after a kill they are here.",
    ),
    "show": (
        "bring the running assistant, or one of its windows, to the front",
        SHOWN,
    ),
    "devices": (
        "list the microphones",
        "",
    ),
    "doctor": (
        "check everything the assistant needs, and say what to do about it",
        "",
    ),
    "latency": (
        "tell how long dictation really took here, stage by stage",
        (
            "From real use, the last 2,000 utterances; no words are kept.\n"
            "`assistant bench latency` measures on purpose."
        ),
    ),
    "bench": (
        "measure speed on this machine",
        (
            "engine   samples to text, without a window: real-time factor, stages, model round trip\n"
            "latency  key release to text standing in a real window (needs an X display, or Xvfb)\n"
            "startup  loading the model in a fresh process, and the first 10 s of speech\n"
            "tray     from nothing to an icon and to a key that works; processor and memory at rest\n"
            "memory   what a loaded model takes, and whether that grows with --utterances N\n"
            "commands how long the router takes, with 500 commands of a user's\n"
            "consult  what asking a language model costs until its first word, beside a bare socket"
        ),
    ),
    "history": (
        "find, copy, play, export and forget what was said",
        HISTORY_EPILOG,
    ),
    "consult": (
        "ask a language model on this computer, or another",
        "",
    ),
    "try": (
        "show which command a text is, and do nothing",
        TRY_EPILOG,
    ),
    "check": (
        "check the packs of commands",
        CHECK_EPILOG,
    ),
    "models": (
        "list, fetch, check and choose models",
        "",
    ),
    "settings": (
        "look at every setting, and change it",
        "",
    ),
    "press": ("tell the running assistant that its key went down", _KEY),
    "release": ("tell it that the key came up", _KEY),
    "toggle": ("begin to record, or end it", _KEY),
    "cancel": ("drop what is being recorded or worked on", _KEY),
    "status": ("tell what the assistant is doing", _KEY),
}
"""The name of a command, as it is typed -> summary, detail."""
