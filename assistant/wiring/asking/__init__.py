"""Who is asked: the language model, and hooks of the user's."""
