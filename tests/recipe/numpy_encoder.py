"""SenseVoice's encoder in plain NumPy, one clip at a time: the reference the graph is held to."""

import numpy as np
from numpy.typing import NDArray

from models.recipe.weights import Shape, Weights

Floats = NDArray[np.float64]


class NumpyEncoder:
    """Written from the architecture's description, not from the graph."""

    def __init__(self, shape: Shape, weights: Weights) -> None:
        self.shape = shape
        self.weights = {name: array.astype(np.float64) for name, array in weights.items()}

    def logits(self, features: Floats, queries: list[int]) -> Floats:
        """Features [T, 560] -> logits [T + 4, vocabulary]."""
        x = np.concatenate([self.weights["embed.weight"][queries], features]) * self.shape.width**0.5
        x = x + self._positions(len(x))
        x = self._block(x, "encoder.encoders0.0", residual=False)
        for index in range(self.shape.blocks - 1):
            x = self._block(x, f"encoder.encoders.{index}")
        x = self._norm(x, "encoder.after_norm")
        for index in range(self.shape.tp_blocks):
            x = self._block(x, f"encoder.tp_encoders.{index}")
        return self._linear(self._norm(x, "encoder.tp_norm"), "ctc.ctc_lo")

    def _positions(self, count: int) -> Floats:
        half = self.shape.features // 2
        angle = np.arange(1, count + 1)[:, None] * np.exp(-np.arange(half) * np.log(1e4) / (half - 1))
        return np.concatenate([np.sin(angle), np.cos(angle)], 1)

    def _linear(self, x: Floats, name: str) -> Floats:
        return x @ self.weights[f"{name}.weight"].T + self.weights[f"{name}.bias"]

    def _norm(self, x: Floats, name: str) -> Floats:
        scaled = (x - x.mean(1, keepdims=True)) / np.sqrt(x.var(1, keepdims=True) + 1e-5)
        return scaled * self.weights[f"{name}.weight"] + self.weights[f"{name}.bias"]

    def _block(self, x: Floats, name: str, *, residual: bool = True) -> Floats:
        mixed = self._attention(self._norm(x, f"{name}.norm1"), f"{name}.self_attn")
        x = x + mixed if residual else mixed
        wide = self._linear(self._norm(x, f"{name}.norm2"), f"{name}.feed_forward.w_1")
        return x + self._linear(np.maximum(wide, 0), f"{name}.feed_forward.w_2")

    def _attention(self, x: Floats, name: str) -> Floats:
        query, key, value = np.split(self._linear(x, f"{name}.linear_q_k_v"), 3, axis=1)
        size = self.shape.width // self.shape.heads
        heads = []
        for head in range(self.shape.heads):
            part = slice(head * size, (head + 1) * size)
            scores = query[:, part] @ key[:, part].T / size**0.5
            shares = np.exp(scores - scores.max(1, keepdims=True))
            heads.append(shares / shares.sum(1, keepdims=True) @ value[:, part])
        taps = self.weights[f"{name}.fsmn_block.weight"][:, 0]
        half = self.shape.kernel // 2
        padded = np.pad(value, ((half, half), (0, 0)))
        moved = (padded[tap : tap + len(value)] * taps[:, tap] for tap in range(self.shape.kernel))
        memory = value + sum(moved)
        return self._linear(np.concatenate(heads, 1), f"{name}.linear_out") + memory
