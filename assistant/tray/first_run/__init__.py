"""The first run: microphone, key, model, and a first dictation that really arrives."""
