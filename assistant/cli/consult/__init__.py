"""`assistant consult`: what its subcommands are called, what they do, and what they show."""
