"""What the processor can do with 8-bit numbers."""

import platform
from pathlib import Path

_LISTING = Path("/proc/cpuinfo")
_EXACT = frozenset({"avx512_vnni", "avx_vnni", "asimddp"})
"""With one of these the product of unsigned and signed bytes cannot saturate."""
_TELLING = _EXACT | {"avx2", "avx512f", "avx512bw", "avx512_bf16", "amx_int8", "i8mm", "sve", "fma"}
"""What ONNX Runtime chooses its kernels by."""


def features(listing: Path = _LISTING) -> frozenset[str]:
    """Return what the processor has of what matters here; nothing where the system does not tell."""
    machine = platform.machine().lower()
    if not listing.is_file():
        # Every Mac with an ARM processor has the dot product; elsewhere nobody told us.
        return frozenset({"asimddp"}) if machine == "arm64" and platform.mac_ver()[0] else frozenset()
    lines = listing.read_text(encoding="utf-8", errors="replace").splitlines()
    flags = {
        flag for line in lines if line.lower().startswith(("flags", "features")) for flag in line.split()
    }
    return frozenset(flags & _TELLING)


def is_exact(found: frozenset[str]) -> bool:
    """Whether signed weights give the very same sums as unsigned ones."""
    return bool(found & _EXACT)


def name(found: frozenset[str]) -> str:
    """Return one text that differs where a prepared graph must be made anew."""
    return ",".join([platform.machine(), platform.system(), *sorted(found)])
