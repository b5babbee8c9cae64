"""The scripts of `packaging/`, which are in no package."""

import sys
from importlib import util
from types import ModuleType

from tests.house.tree import ROOT


def packaging_script(name: str) -> ModuleType:
    """Return the module `packaging/<name>.py`; its neighbours can be imported by it."""
    folder = str(ROOT / "packaging")
    spec = util.spec_from_file_location(name, ROOT / "packaging" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = util.module_from_spec(spec)
    sys.path.insert(0, folder)
    try:
        spec.loader.exec_module(module)
    finally:
        sys.path.remove(folder)
    return module
