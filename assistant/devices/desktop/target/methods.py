"""Which way of inserting text suits an application, where nobody chose one."""

from assistant.values.action import Method, Window

RULES: dict[Method, frozenset[str]] = {
    # Ctrl+V means something else here, and so does Ctrl+Shift+V.
    Method.SHIFT_INSERT: frozenset(
        "emacs gvim xterm uxterm urxvt rxvt mlterm st st-256color cool-retro-term".split()
    ),
    # Windows of other machines: their clipboard follows ours, and there Shift+Insert is often taken.
    Method.CTRL_V: frozenset(
        """
        xfreerdp wlfreerdp sdl-freerdp remmina org.remmina.remmina rdesktop mstsc.exe krdc org.kde.krdc
        vncviewer xtigervncviewer tigervnc anydesk teamviewer rustdesk nomachine nxplayer.bin
        parsecd moonlight microsoft.rdc.macos
        """.split()
    ),
    # Windows of other machines that know nothing of our clipboard, unless a guest program was installed.
    Method.KEYS: frozenset(
        """
        qemu qemu-system-x86_64 virt-manager virt-viewer remote-viewer spicy virtualbox virtualbox_machine
        virtualboxvm vmware vmplayer xephyr xnest org.gnome.boxes gnome-boxes
        """.split()
    ),
}
"""Names of applications in lower case, spaces as underscores; others do best with the platform's default."""


def best_method(window: Window | None, wanted: Method, default: Method) -> Method:
    """Return how to insert into `window`: as `wanted`, else by the rules, else the platform's `default`."""
    if wanted is not Method.AUTO:
        return wanted
    app = window.app.casefold().replace(" ", "_") if window else ""
    return next((method for method, apps in RULES.items() if app in apps), default)
