"""Whether a polished text still is the text that was said. Any doubt, and the raw text is typed."""

from assistant.consult.doubt.doubt import Doubt, doubt

__all__ = ["Doubt", "doubt"]
