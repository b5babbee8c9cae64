"""The journeys that prove a dictation: run as slow tests, or by hand for the figures.

python -m tests.journeys.delivery windows --kind qt --count 200
python -m tests.journeys.delivery all
"""
