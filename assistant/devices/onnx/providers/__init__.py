"""Graphics processors: what is installed for them, and whether one is right and fast enough here."""
