"""What `assistant run` starts, kept apart so that the icon need not wait for its imports."""
