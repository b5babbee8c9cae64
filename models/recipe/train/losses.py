"""The three losses: words by CTC, tags by cross-entropy, phonemes by CTC on the middle block."""

from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional as F  # noqa: N812 - the usual name

from models.recipe.train.batches import Batch
from models.recipe.train.network import PHONEMES_PER_FRAME, Output

TAG_FRAMES = 4
TAG_WEIGHT = 0.2


@dataclass
class Losses:
    """Each per target unit (nats), tags per frame."""

    text: Tensor
    tags: Tensor
    phonemes: Tensor


def _ctc(logits: Tensor, lengths: Tensor, texts: list[list[int]], weight: Tensor) -> Tensor:
    counts = torch.tensor([len(text) for text in texts])
    flat = torch.tensor([unit for text in texts for unit in text], dtype=torch.long)
    scores = F.log_softmax(logits.float(), -1).transpose(0, 1)
    each = F.ctc_loss(scores, flat, lengths, counts, reduction="none", zero_infinity=True)
    # A clip without words still counts as much as a few units would.
    return (each * weight).sum() / (counts.clamp(min=4) * weight).sum().clamp(min=1)


def losses(output: Output, batch: Batch) -> Losses:
    """Compare a forward pass with what should have been said."""
    frames = output.logits[:, TAG_FRAMES:]
    tags = output.logits[:, :TAG_FRAMES].float().flatten(0, 1)
    doubled = batch.lengths * PHONEMES_PER_FRAME
    return Losses(
        _ctc(frames, batch.lengths, batch.texts, batch.has_text),
        F.cross_entropy(tags, batch.tags.flatten()),
        _ctc(output.phonemes, doubled, batch.phonemes, batch.has_text),
    )
