"""PressKeys on X11: chords into the window they are meant for."""

from time import monotonic, sleep

from assistant.devices.desktop.target.sentences import MOVED
from assistant.devices.desktop.x11.deeds.pressing import Presser
from assistant.devices.desktop.x11.desktop import X11Desktop
from assistant.values.action import Outcome, Result, Window
from assistant.values.commands.deed import PressKeys

BETWEEN = 0.008
"""Seconds between chords, or some toolkits merge them."""
LONGEST = 2.0
"""Seconds that all of it may take."""


class X11Keys:
    """Implements act.ports.Executor for PressKeys."""

    def __init__(self, desktop: X11Desktop) -> None:
        self._desktop = desktop

    def execute(self, deed: PressKeys, window: Window | None) -> Outcome:
        """Press the chords; the first only where `window` still has the keyboard."""
        end = monotonic() + LONGEST
        with self._desktop.acting() as session:
            presser = Presser(session.connection, self._desktop.echoes)
            chords = [presser.find(chord) for chord in deed.chords]
            known = [chord for chord in chords if chord is not None]
            if len(known) < len(chords):
                missing = ", ".join(
                    chord for chord, codes in zip(deed.chords, chords, strict=True) if codes is None
                )
                return Outcome(Result.FAILED, f"This keyboard cannot press {missing}.", "keys", window=window)
            with session.connection.grabbed():  # the focus cannot move between the look and the key
                if window is not None and not session.windows.has_keyboard(window):
                    return Outcome(Result.WRONG_WINDOW, MOVED, "keys", window=window)
                session.keyboard.prepare()
                session.keyboard.release_held()
                presser.press(known[0])
            for codes in (known * deed.times)[1:]:
                if monotonic() > end:
                    return Outcome(
                        Result.FAILED, "That was too many keys; it stopped.", "keys", window=window
                    )
                sleep(BETWEEN)
                presser.press(codes)
        return Outcome(Result.UNCONFIRMED, method="keys", window=window)
