"""Recordings that are dropped here become text, beside everything else."""
