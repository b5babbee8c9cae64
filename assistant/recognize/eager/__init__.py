"""Decoding while the user speaks, so that only the tail is left when they stop."""
