"""Every built-in command by its spoken form, on a real desktop, and what it did there.

python -m tests.journeys.commands            the table, in English
python -m tests.journeys.commands --lang zh  in Chinese
python -m tests.journeys.commands audio      thirty of them by synthetic voices, through the whole pipeline
"""
