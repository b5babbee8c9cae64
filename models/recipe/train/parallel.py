"""Two single-threaded processes that average gradients through shared memory.

Each keeps the whole model as views into one flat shared array; each updates its own half of it.
"""

from dataclasses import dataclass
from multiprocessing.synchronize import Barrier

import torch
from torch import Tensor, nn

BETAS = (0.9, 0.98)
DECAY = 0.01
CLIP = 2.0
AVERAGE = 0.999
"""Share of the old value that the running average of the weights keeps per step, at most."""


@dataclass
class Shared:
    """Flat arrays that all ranks see, each [parameters] (gradients: [ranks, parameters])."""

    weights: Tensor
    average: Tensor
    first: Tensor
    second: Tensor
    gradients: Tensor
    counters: Tensor
    """float64 [3]: steps, un-paused seconds, audio seconds."""
    norms: Tensor
    """[ranks]: squared norm of each rank's part of the gradient."""
    barrier: Barrier

    @classmethod
    def create(cls, count: int, ranks: int, barrier: Barrier) -> "Shared":
        """Allocate zeros."""
        flat = [torch.zeros(count).share_memory_() for _ in range(4)]
        gradients = torch.zeros(ranks, count).share_memory_()
        counters = torch.zeros(3, dtype=torch.float64).share_memory_()
        return cls(*flat, gradients, counters, torch.zeros(ranks).share_memory_(), barrier)

    def state(self) -> dict[str, Tensor]:
        """Return what a checkpoint must hold."""
        names = ("weights", "average", "first", "second", "counters")
        return {name: getattr(self, name) for name in names}

    def restore(self, state: dict[str, Tensor]) -> None:
        """Continue from a checkpoint."""
        for name, values in state.items():
            getattr(self, name).copy_(values)


def tie(network: nn.Module, weights: Tensor, gradients: Tensor) -> Tensor:
    """Make the parameters views into `weights`, their gradients views into `gradients`.

    Returns the mask of parameters that decay (matrices), [parameters].
    """
    start = 0
    decays = torch.zeros_like(weights)
    for parameter in network.parameters():
        stop = start + parameter.numel()
        parameter.data = weights[start:stop].view_as(parameter)
        parameter.grad = gradients[start:stop].view_as(parameter)
        decays[start:stop] = float(parameter.dim() > 1)
        start = stop
    return decays


class Updater:
    """AdamW on one rank's part of the flat arrays."""

    def __init__(self, shared: Shared, rank: int, decays: Tensor) -> None:
        ranks, count = shared.gradients.shape
        part = slice(count * rank // ranks, count * (rank + 1) // ranks)
        self._shared = shared
        self._part = part
        self._rank = rank
        self._decays = decays[part]

    def update(self, rate: float, step: int) -> None:
        """Average the gradients of all ranks, clip, step; every rank must call this together."""
        shared, part = self._shared, self._part
        shared.barrier.wait()
        scale = 1 / len(shared.gradients)
        gradient = shared.gradients[:, part].sum(0).mul_(scale)
        shared.norms[self._rank] = float(gradient.square().sum())
        shared.barrier.wait()
        norm = float(shared.norms.sum()) ** 0.5
        gradient.mul_(min(1.0, CLIP / (norm + 1e-6)))
        weights, first, second = shared.weights[part], shared.first[part], shared.second[part]
        first.lerp_(gradient, 1 - BETAS[0])
        second.mul_(BETAS[1]).addcmul_(gradient, gradient, value=1 - BETAS[1])
        size = rate / (1 - BETAS[0] ** step)
        root = (second / (1 - BETAS[1] ** step)).sqrt_().add_(1e-8)
        weights.addcmul_(weights, self._decays, value=-rate * DECAY)
        weights.addcdiv_(first, root, value=-size)
        kept = min(AVERAGE, step / (step + 20))
        shared.average[part].lerp_(weights, 1 - kept)
        shared.barrier.wait()
