"""What the desktops tell the user about a text; no words of the user's are in it."""

MOVED = "The focus moved to another window, so nothing was typed."
UNFOCUSED = "No window has the keyboard; the text is on the clipboard."
NOT_TAKEN = (
    "The window has not taken the text, so it is on the clipboard: paste it where you want it. "
    "A window that only hangs may still take it when it goes on."
)
TAKEN_OVER = "The window did not take the text, and another program has the clipboard now."
NOT_SAVED = "What the clipboard held before could not be kept in full."
CLOSED = "The desktop has been closed."
