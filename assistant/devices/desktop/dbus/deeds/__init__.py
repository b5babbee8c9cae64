"""What commands do over the message bus: players, lock screen, power."""
