"""What has to do with the session: starting with it, and the menu of programs."""
