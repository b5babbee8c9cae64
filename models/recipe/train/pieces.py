"""The sentencepiece units of the nano model, learned once from the training texts."""

import argparse
from collections.abc import Iterable
from pathlib import Path

import sentencepiece
from sentencepiece import sentencepiece_model_pb2

from models.recipe import vocabulary

COUNT = 303
"""Units, the three special ones included."""


def learn(texts: Iterable[str], target: Path) -> None:
    """Write a unigram model whose ids begin with <unk> (the CTC blank), <s>, </s>."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with target.open("wb") as file:
        sentencepiece.SentencePieceTrainer.train(
            sentence_iterator=iter(texts),
            model_writer=file,
            vocab_size=COUNT,
            model_type="unigram",
            character_coverage=1.0,
            unk_id=0,
            bos_id=1,
            eos_id=2,
            pad_id=-1,
            shuffle_input_sentence=False,
            num_threads=1,
            normalization_rule_name="identity",
            minloglevel=1,
        )


def load(path: Path) -> sentencepiece.SentencePieceProcessor:
    """Read the units."""
    return sentencepiece.SentencePieceProcessor(model_file=str(path))


def with_tags(units: Path, tags: Iterable[str], target: Path) -> None:
    """Append the tags as symbols, so that the model decodes every id that the network can say.

    funasr-onnx decodes with such a file. Encoding of plain text does not change.
    """
    model = sentencepiece_model_pb2.ModelProto()
    model.ParseFromString(units.read_bytes())
    for tag in tags:
        piece = model.pieces.add()
        piece.piece, piece.score = tag, 0.0
        piece.type = sentencepiece_model_pb2.ModelProto.SentencePiece.USER_DEFINED
    target.write_bytes(model.SerializeToString())


def main() -> None:
    """Write the committed sentencepiece model from the one that training learned."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("units", type=Path)
    parser.add_argument("target", type=Path)
    options = parser.parse_args()
    with_tags(options.units, vocabulary.tokens([]), options.target)


if __name__ == "__main__":
    main()
