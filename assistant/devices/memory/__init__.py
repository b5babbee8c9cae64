"""What the system is given back, so that it need not look for it."""

from assistant.devices.memory.pages import let_go, settle, trim

__all__ = ["let_go", "settle", "trim"]
