"""Training of the nano model: torch lives here and nowhere else in the recipe."""
