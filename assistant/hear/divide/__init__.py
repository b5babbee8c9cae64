"""Where speech is divided: utterances into pieces that are decoded as one, recordings into sections."""
