"""What commands do wherever they run: programs, addresses, applications, notes, timers."""
