"""The first run as somebody does it who has just installed the assistant."""
