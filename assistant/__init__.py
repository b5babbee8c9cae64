"""The assistant hears, recognises, understands, consults, acts - and shows."""

import os

__version__ = "0.1.0"

# From 1.29 on ONNX Runtime reports to its makers what it runs and where, unless this is set before anybody
# loads it. Our own child processes inherit it; tests/journeys/test_offline.py looks at the system calls.
os.environ["ORT_DISABLE_TELEMETRY"] = "1"
