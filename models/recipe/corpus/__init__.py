"""What the nano model hears in training: prompts, voices, recordings, features."""
