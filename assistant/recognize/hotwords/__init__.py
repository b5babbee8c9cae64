"""The user's own names and terms: found where the model nearly wrote them, put right where it did not."""
