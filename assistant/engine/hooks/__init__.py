"""What hooks of the user's answer, done through the door that speech goes through."""
