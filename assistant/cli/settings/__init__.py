"""`assistant settings` on the command line."""
