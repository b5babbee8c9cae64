"""The history window: what was said, what became of it, and what can still be done with it."""
