"""The assistant hears, recognises, understands, acts - and shows."""

__version__ = "0.1.0"
