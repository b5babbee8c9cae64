"""Terminals: which windows are some, and what they may be given."""

TERMINALS = frozenset(
    """
    xterm uxterm urxvt rxvt aterm eterm mlterm kterm hanterm cxterm st st-256color xterm-256color
    gnome-terminal gnome-terminal-server org.gnome.terminal org.gnome.console kgx org.gnome.ptyxis ptyxis
    konsole org.kde.konsole yakuake org.kde.yakuake xfce4-terminal mate-terminal lxterminal qterminal
    terminology terminator tilix com.gexperts.tilix guake tilda sakura roxterm evilvte termite
    alacritty kitty foot footclient org.wezfurlong.wezterm wezterm com.mitchellh.ghostty ghostty
    contour rio warp dev.warp.warp tabby hyper wave deepin-terminal cool-retro-term blackbox
    com.raggesilver.blackbox pantheon-terminal windowsterminal.exe conhost.exe cmd.exe
    powershell.exe pwsh.exe mintty.exe wezterm-gui.exe alacritty.exe com.apple.terminal com.googlecode.iterm2
    net.kovidgoyal.kitty org.alacritty io.elementary.terminal x-terminal-emulator zutty
    """.split()
)
"""Lower-case names (X11: class and instance; Wayland: app id; Windows: program; macOS: bundle)."""


def is_terminal(*names: str) -> bool:
    """Return whether a window with one of these names runs what is typed at a line break."""
    return any(name.lower() in TERMINALS for name in names)


def without_control(text: str) -> str:
    """Return what a terminal may be given: no last line break, which would run the line, no control codes."""
    kept = "".join(each for each in text if each in "\n\t" or each >= " ")
    return kept.rstrip("\n")
