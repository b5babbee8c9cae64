from models.recipe import vocabulary


def test_tags_are_spelled_as_sense_voice_spells_them() -> None:
    names = vocabulary.tokens(["<unk>", "<s>", "</s>"])
    assert len(names) == len(set(names)) == 3 + 105 + 31
    wanted = ("zh", "en", "yue", "ja", "ko", "nospeech", "Speech", "BGM", "NEUTRAL", "EMO_UNKNOWN")
    assert {f"<|{name}|>" for name in (*wanted, "withitn", "woitn", "Event_UNK")} <= set(names)


def test_text_joins_pieces_and_leaves_tags_out() -> None:
    names = vocabulary.tokens(["<unk>", "<s>", "</s>", "▁new", "▁win", "dow"])
    assert vocabulary.text_of(names, [7, 3, 4, 5]) == "new window"
