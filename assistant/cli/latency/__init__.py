"""What `assistant latency` counts and prints."""
