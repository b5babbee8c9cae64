"""Whether the assistant starts with the session, and its place in the menu of programs."""
