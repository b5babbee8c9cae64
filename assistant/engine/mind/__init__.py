"""What the brain thinks with: its model, its languages, its settings; each changes between two utterances."""

from assistant.engine.mind.mind import Mind

__all__ = ["Mind"]
