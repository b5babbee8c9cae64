"""What a model is worth, measured on what it never trained on; `models.recipe.evaluate` prints it."""
