"""The assistant hears, recognises, understands, consults, acts - and shows."""

__version__ = "0.1.0"
