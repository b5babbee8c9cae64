"""Runs llama.cpp's own HTTP server, as `xllamacpp` carries it, until it is killed: MODEL PORT."""

import importlib
import signal
import sys

CONTEXT = 32768


def main() -> None:
    """Serve the model of the first argument on the port of the second."""
    llama = importlib.import_module("xllamacpp")  # not installed everywhere, so not known to the type checker
    wanted = llama.CommonParams()
    wanted.model.path, wanted.port = sys.argv[1], int(sys.argv[2])
    wanted.hostnames = ["127.0.0.1"]
    wanted.n_ctx, wanted.n_parallel, wanted.n_gpu_layers = CONTEXT, 1, 0
    wanted.cpuparams.n_threads = wanted.cpuparams_batch.n_threads = 1
    wanted.endpoint_slots = wanted.endpoint_props = True
    wanted.warmup = False
    server = llama.Server(wanted)
    sys.stdout.write(f"{server.listening_address}\n")
    sys.stdout.flush()
    signal.pause()


if __name__ == "__main__":
    main()
