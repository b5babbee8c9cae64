"""How to make a key of the desktop itself run the assistant's verbs, where nobody may watch keys."""

from collections.abc import Mapping

ADVICE = {
    "sway": "put into ~/.config/sway/config: `bindsym --no-repeat {key} exec assistant press` and "
    "`bindsym --release {key} exec assistant release`",
    "hyprland": "put into ~/.config/hypr/hyprland.conf: `bind = , {key}, exec, assistant press` and "
    "`bindr = , {key}, exec, assistant release`",
    "river": "put into ~/.config/river/init: `riverctl map normal None {key} spawn 'assistant press'` and "
    "`riverctl map -release normal None {key} spawn 'assistant release'`",
    "gnome": "Settings, Keyboard, Custom Shortcuts: a key for the command `assistant toggle`",
    "kde": "System Settings, Keyboard, Shortcuts, Add Command: a key for `assistant toggle`",
}
ANY = "bind `assistant press` and `assistant release`, or only `assistant toggle`, to a key of the desktop"
KEY = "F9"
"""Without a modifier, which nobody could let go of before the text is pasted."""


def binding_advice(environment: Mapping[str, str]) -> str:
    """Return what the user of this desktop does to have a hotkey."""
    current = environment.get("XDG_CURRENT_DESKTOP", "").casefold().split(":")
    found = next((ADVICE[name] for name in current if name in ADVICE), ANY)
    return found.format(key=KEY)
