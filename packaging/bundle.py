"""Build hook: puts the demonstration model, the catalogue and the resources into the wheel.

An installed assistant finds them in `assistant/bundled`; a checkout (an editable install) finds them where
they stand, so nothing is copied there.
"""

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

BUNDLED = ("models/nano", "models/catalogue.toml")
SHOWN_ONLY = {"screenshots"}
"""Of the resources, what only the pages of the project show."""


class Bundle(BuildHookInterface[Any]):
    """Adds what ships inside the package."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Name the files to add; `version` is `standard` or `editable`."""
        if version == "editable":
            return
        root = Path(self.root)
        resources = sorted(each.name for each in (root / "resources").iterdir())
        present = [name for name in BUNDLED if (root / name).exists()]
        present += [f"resources/{name}" for name in resources if name not in SHOWN_ONLY]
        build_data["force_include"].update(
            {str(root / name): f"assistant/bundled/{name}" for name in present}
        )
