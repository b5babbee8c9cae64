"""What `assistant history` prints and takes."""
