"""Recordings of any length: read in sections, kept while unfinished, put together at the end."""
