"""How the nano model is made: text, speech, training, export, evaluation."""
