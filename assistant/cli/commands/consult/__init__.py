"""`assistant consult`."""
