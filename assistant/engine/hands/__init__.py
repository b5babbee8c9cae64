"""The hands: they deliver in order, and write down what became of it."""

from assistant.engine.hands.hands import Hands, HandsItem

__all__ = ["Hands", "HandsItem"]
