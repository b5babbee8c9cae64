"""What the model gave for one piece of audio, read: words, tags, languages, other readings."""
