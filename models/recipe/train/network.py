"""SenseVoice's encoder in torch, with the published parameter names, plus a phoneme head.

The phoneme head sits on a middle block during training and is never exported.
"""

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812 - the usual name

from models.recipe.weights import Shape

PHONEMES_PER_FRAME = 2
"""A 60 ms frame can hold more than one phoneme, so the phoneme head speaks twice per frame."""


class _Memory(torch.autograd.Function):
    """Depthwise convolution over time as shifted multiply-adds: 20 times a grouped Conv1d on CPU.

    values [B, T, D], taps [D, 1, K] -> [B, T, D].
    """

    @staticmethod
    def forward(ctx, values: Tensor, taps: Tensor) -> Tensor:  # noqa: ANN001 - torch's own context type
        width = taps.shape[2]
        length = values.shape[1]
        padded = F.pad(values, (0, 0, width // 2, width // 2))
        ctx.save_for_backward(padded, taps)
        columns = taps[:, 0].t().contiguous().to(values.dtype)
        result = padded[:, :length] * columns[0]
        for tap in range(1, width):
            result.addcmul_(padded[:, tap : tap + length], columns[tap])
        return result

    @staticmethod
    def backward(ctx, slope: Tensor) -> tuple[Tensor, Tensor]:  # noqa: ANN001 - torch's own context type
        padded, taps = ctx.saved_tensors
        width, length = taps.shape[2], slope.shape[1]
        columns = taps[:, 0].t().contiguous().to(slope.dtype)
        to_values = torch.zeros_like(padded)
        to_taps = []
        for tap in range(width):
            to_values[:, tap : tap + length].addcmul_(slope, columns[tap])
            to_taps.append((slope * padded[:, tap : tap + length]).sum((0, 1)))
        half = width // 2
        return to_values[:, half : half + length], torch.stack(to_taps, 1)[:, None].to(taps.dtype)


class Attention(nn.Module):
    """SAN-M: self-attention plus the FSMN memory of the projected values."""

    def __init__(self, shape: Shape, width_in: int) -> None:
        super().__init__()
        self.heads = shape.heads
        self.linear_q_k_v = nn.Linear(width_in, 3 * shape.width)
        self.linear_out = nn.Linear(shape.width, shape.width)
        self.fsmn_block = nn.Conv1d(shape.width, shape.width, shape.kernel, groups=shape.width, bias=False)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """Mix x [B, T, in], mask [B, T] of ones and zeros -> [B, T, D]."""
        batch, length, _ = x.shape
        query, key, value = self.linear_q_k_v(x).chunk(3, -1)
        kept = value.float() * mask[..., None]
        memory = (kept + _Memory.apply(kept, self.fsmn_block.weight)) * mask[..., None]
        split = [
            part.float().view(batch, length, self.heads, -1).transpose(1, 2) for part in (query, key, value)
        ]
        allowed = mask.bool()[:, None, None, :]
        with torch.autocast("cpu", enabled=False):
            mixed = F.scaled_dot_product_attention(*split, attn_mask=allowed)
        return self.linear_out(mixed.transpose(1, 2).reshape(batch, length, -1)) + memory


class FeedForward(nn.Module):
    """Two linear layers with ReLU between."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.w_1 = nn.Linear(shape.width, shape.inner)
        self.w_2 = nn.Linear(shape.inner, shape.width)

    def forward(self, x: Tensor) -> Tensor:
        """Map x [..., D] -> [..., D]."""
        return self.w_2(F.relu(self.w_1(x)))


class Block(nn.Module):
    """Pre-norm SAN-M block; the first one changes the width and has no residual there."""

    def __init__(self, shape: Shape, width_in: int) -> None:
        super().__init__()
        self.norm1 = nn.LayerNorm(width_in)
        self.norm2 = nn.LayerNorm(shape.width)
        self.self_attn = Attention(shape, width_in)
        self.feed_forward = FeedForward(shape)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """Map x [B, T, in], mask [B, T] -> [B, T, D]."""
        mixed = self.self_attn(self.norm1(x), mask)
        x = x + mixed if x.shape == mixed.shape else mixed
        return x + self.feed_forward(self.norm2(x))


class Encoder(nn.Module):
    """The block stacks with SenseVoice's names."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        blocks = [Block(shape, shape.width) for _ in range(shape.blocks - 1 + shape.tp_blocks)]
        self.encoders0 = nn.ModuleList([Block(shape, shape.features)])
        self.encoders = nn.ModuleList(blocks[: shape.blocks - 1])
        self.tp_encoders = nn.ModuleList(blocks[shape.blocks - 1 :])
        self.after_norm = nn.LayerNorm(shape.width)
        self.tp_norm = nn.LayerNorm(shape.width)


@dataclass
class Output:
    """What one forward pass gives."""

    logits: Tensor
    """[B, T + 4, vocabulary]"""
    phonemes: Tensor
    """[B, 2 T, phonemes]: logits of the middle head, query frames left out."""


class Network(nn.Module):
    """Features and query ids in, logits out."""

    def __init__(self, shape: Shape, phonemes: int) -> None:
        super().__init__()
        self.shape = shape
        self.embed = nn.Embedding(shape.queries, shape.features)
        self.encoder = Encoder(shape)
        self.ctc = nn.ModuleDict({"ctc_lo": nn.Linear(shape.width, shape.vocabulary)})
        self.phoneme_norm = nn.LayerNorm(shape.width)
        self.phoneme_head = nn.Linear(shape.width, PHONEMES_PER_FRAME * phonemes)
        self.middle = (shape.blocks + 1) // 2

    def forward(self, features: Tensor, lengths: Tensor, queries: Tensor) -> Output:
        """Map features [B, T, 560] after CMVN, lengths [B], queries [B, 4] -> logits."""
        batch, length, _ = features.shape
        x = torch.cat([self.embed(queries), features], 1) * self.shape.width**0.5
        x = x + positions(length + queries.shape[1], self.shape.features)
        mask = (torch.arange(x.shape[1])[None] < lengths[:, None] + queries.shape[1]).float()
        spoken = x[:, : 2 * length, :0]
        for index, block in enumerate([*self.encoder.encoders0, *self.encoder.encoders], 1):
            x = block(x, mask)
            if index == self.middle:
                heard = self.phoneme_head(self.phoneme_norm(x[:, queries.shape[1] :]))
                spoken = heard.view(batch, length * PHONEMES_PER_FRAME, -1)
        x = self.encoder.after_norm(x)
        for block in self.encoder.tp_encoders:
            x = block(x, mask)
        return Output(self.ctc["ctc_lo"](self.encoder.tp_norm(x)), spoken)


def positions(length: int, depth: int) -> Tensor:
    """Sinusoidal code of positions 1 ... length, [length, depth]."""
    step = torch.exp(-torch.arange(depth // 2) * (torch.log(torch.tensor(1e4)) / (depth // 2 - 1)))
    angle = torch.arange(1, length + 1)[:, None] * step
    return torch.cat([angle.sin(), angle.cos()], 1)
