"""A language model of our own making: letters follow letters as they do in our own documentation.

In the shape of a llama it is one layer whose attention and feed-forward are nothing, so that what comes
next depends on the last letter alone: the embedding is one-hot, and the output matrix holds logarithms of
how often one letter follows another. It babbles, never ends by itself, and obeys a grammar: enough to
drive llama.cpp's real server through everything that a client can ask of it.
"""

from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from tests.house.tree import ROOT
from tests.support.llama.gguf import Value, write_gguf

SPACE = "▁"
"""How llama's vocabulary writes a space."""
TOKENS = ["<unk>", "<s>", "</s>", *(f"<0x{byte:02X}>" for byte in range(256)), SPACE]
UNKNOWN, BEGIN, END, FIRST_BYTE = 0, 1, 2, 3
_NORMAL, _UNKNOWN, _CONTROL, _BYTE = 1, 2, 3, 6
HEADS, HEAD = 5, 64
WIDTH, HIDDEN = HEADS * HEAD, 32
CONTEXT = 65536

CALLS, END_OF_CALL = "<@#$>", "</@#$>"
"""Around a tool call: letters that stand in no documentation, so that one leads to the next."""
TEMPLATE = (
    "{%- if tools %}{{- 'Tools:' }}{%- for tool in tools %}{{- ' ' + (tool | tojson) }}{%- endfor %}"
    "{{- '\\n' }}{%- endif %}"
    "{%- for message in messages %}{{- '[' + message.role + '] ' }}"
    "{%- if message.content %}{{- message.content }}{%- endif %}"
    "{%- for call in message.tool_calls or [] %}"
    "{{- '" + CALLS + '{"name": "\' + call.function.name + \'", "arguments": \' }}'
    "{{- call.function.arguments | tojson }}{{- '}" + END_OF_CALL + "' }}{%- endfor %}"
    "{{- '\\n' }}{%- endfor %}"
    "{%- if add_generation_prompt %}{{- '[assistant] ' }}{%- if tools %}{{- '\\t' }}{%- endif %}{%- endif %}"
)
"""With tools the prompt ends in a tab, and after a tab this model calls one."""


def write_babbler(path: Path) -> None:
    """Write the model."""
    write_gguf(path, _metadata(), _tensors(_follows(_reading())))


def _reading() -> list[int]:
    text = (ROOT / "assistant" / "README.md").read_text(encoding="utf-8")
    letters = "".join(
        one if one.isascii() and one.isprintable() and one not in "<>@#$" else " " for one in text
    )
    return [len(TOKENS) - 1 if one == " " else FIRST_BYTE + ord(one) for one in " ".join(letters.split())]


def _follows(tokens: list[int]) -> NDArray[np.float32]:
    """Return how likely (natural logarithm) column follows row; what must never come has -30."""
    counts = np.zeros((len(TOKENS), len(TOKENS)))
    np.add.at(counts, (tokens[:-1], tokens[1:]), 1.0)
    often = counts.sum(axis=0)
    counts += 0.05 * often / often.sum()
    with np.errstate(divide="ignore"):
        logits = np.log(counts / counts.sum(axis=1, keepdims=True))
    logits = np.maximum(logits, -30.0)
    logits[:, FIRST_BYTE : FIRST_BYTE + 128] = np.maximum(logits[:, FIRST_BYTE : FIRST_BYTE + 128], -12.0)
    for one, then in pairwise(f"\t{CALLS}"):
        logits[FIRST_BYTE + ord(one)] = -30.0
        logits[FIRST_BYTE + ord(one), FIRST_BYTE + ord(then)] = 0.0
    logits[FIRST_BYTE + ord(">"), END] = 0.0  # where the grammar lets it: after a call, not before its name
    return logits.astype(np.float32)


def _tensors(logits: NDArray[np.float32]) -> dict[str, NDArray[np.float32]]:
    count = len(TOKENS)
    embedding = np.zeros((count, WIDTH), np.float32)
    embedding[np.arange(count), np.arange(count)] = 1.0
    output = np.zeros((count, WIDTH), np.float32)
    output[:, :count] = logits.T / np.sqrt(WIDTH)  # the norm makes sqrt(WIDTH) of the one
    one, square = np.ones(WIDTH, np.float32), np.zeros((WIDTH, WIDTH), np.float32)
    layer = {
        "attn_norm": one,
        **dict.fromkeys(("attn_q", "attn_k", "attn_v", "attn_output"), square),
        "ffn_norm": one,
        "ffn_gate": np.zeros((HIDDEN, WIDTH), np.float32),
        "ffn_up": np.zeros((HIDDEN, WIDTH), np.float32),
        "ffn_down": np.zeros((WIDTH, HIDDEN), np.float32),
    }
    return {
        "token_embd.weight": embedding,
        **{f"blk.0.{name}.weight": tensor for name, tensor in layer.items()},
        "output_norm.weight": one,
        "output.weight": output,
    }


def _metadata() -> dict[str, Value]:
    kinds = [_UNKNOWN, _CONTROL, _CONTROL, *[_BYTE] * 256, _NORMAL]
    return {
        "general.architecture": "llama",
        "general.name": "babbler",
        "llama.vocab_size": len(TOKENS),
        "llama.context_length": CONTEXT,
        "llama.embedding_length": WIDTH,
        "llama.block_count": 1,
        "llama.feed_forward_length": HIDDEN,
        "llama.attention.head_count": HEADS,
        "llama.attention.head_count_kv": HEADS,
        "llama.attention.layer_norm_rms_epsilon": 1e-6,
        "llama.rope.dimension_count": HEAD,
        "tokenizer.ggml.model": "llama",
        "tokenizer.ggml.tokens": list(TOKENS),
        "tokenizer.ggml.scores": [0.0] * len(TOKENS),
        "tokenizer.ggml.token_type": kinds,
        "tokenizer.ggml.unknown_token_id": UNKNOWN,
        "tokenizer.ggml.bos_token_id": BEGIN,
        "tokenizer.ggml.eos_token_id": END,
        "tokenizer.ggml.add_bos_token": True,
        "tokenizer.ggml.add_space_prefix": False,
        "tokenizer.chat_template": TEMPLATE,
    }
