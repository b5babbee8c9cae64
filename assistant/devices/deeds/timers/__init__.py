"""Timers and reminders that outlive a restart."""
