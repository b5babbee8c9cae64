"""Asking the language model, on its own thread, beside everything else."""

from assistant.engine.consult.consultant import Consultant
from assistant.engine.consult.counsel import Counsel
from assistant.engine.consult.rooms import ConsultRooms

__all__ = ["ConsultRooms", "Consultant", "Counsel"]
