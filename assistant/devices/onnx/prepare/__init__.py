"""Graphs made ready for this machine: once per model and processor, kept in the user's cache."""
