from pathlib import Path
from queue import Queue

from assistant.devices.packs.shelf import PackShelf, Stock
from assistant.devices.watch import Watch
from assistant.understand.grammar.canonical import canonical
from assistant.understand.grammar.grammar import Grammar
from assistant.values.commands.definition import Choice, Filling, SlotList
from tests.support.commands import BUILTIN
from tests.support.waiting import PATIENCE


def _pack(name: str, template: str, more: str = "") -> str:
    return (
        f"pack = '{name}'\n{more}[[command]]\nid = '{name}.it'\nen = ['{template}']\n"
        f"action = {{ keys = 'f5' }}\nexamples = {{ en = ['{template}'] }}\n"
    )


def _write(folder: Path, name: str, text: str) -> None:
    (folder / f"{name}.toml").write_text(text, encoding="utf-8")


def _names(stock: Stock, said: str) -> list[str]:
    return [match.name for match in Grammar("en", stock.commands).matches(canonical(said))]


def test_one_broken_file_disables_nothing_else(tmp_path: Path) -> None:
    _write(tmp_path, "a", _pack("a", "wave the hand"))
    _write(tmp_path, "b", "pack = 'b'\n[[command]\nid = ")
    _write(tmp_path, "c", _pack("c", "shake [the"))
    _write(tmp_path, "d", _pack("d", "nod the head"))
    stock = PackShelf(BUILTIN, tmp_path).read()
    assert [problem.place.file for problem in stock.problems] == ["b.toml"]
    for said, name in (("wave the hand", "a.it"), ("nod the head", "d.it"), ("next tab", "tabs.next")):
        assert _names(stock, said) == [name]


def test_a_file_that_breaks_keeps_the_commands_it_had(tmp_path: Path) -> None:
    shelf = PackShelf(BUILTIN, tmp_path)
    _write(tmp_path, "a", _pack("a", "wave the hand"))
    assert _names(shelf.read(), "wave the hand") == ["a.it"]
    _write(tmp_path, "a", "pack = ")
    broken = shelf.read()
    assert _names(broken, "wave the hand") == ["a.it"]
    assert [problem.place.file for problem in broken.problems] == ["a.toml", "a.toml"]
    _write(tmp_path, "a", _pack("a", "wave both hands"))
    mended = shelf.read()
    assert mended.problems == ()
    assert _names(mended, "wave the hand") == []
    assert _names(mended, "wave both hands") == ["a.it"]


def test_a_file_that_is_gone_takes_its_commands_along(tmp_path: Path) -> None:
    shelf = PackShelf(BUILTIN, tmp_path)
    _write(tmp_path, "a", _pack("a", "wave the hand"))
    shelf.read()
    (tmp_path / "a.toml").unlink()
    assert _names(shelf.read(), "wave the hand") == []


def test_a_pack_may_add_phrasings_to_a_built_in_command(tmp_path: Path) -> None:
    _write(tmp_path, "mine", "pack = 'mine'\n[[command]]\nid = 'tabs.close'\nen = ['kill it']\n")
    stock = PackShelf(BUILTIN, tmp_path).read()
    assert _names(stock, "kill it") == ["tabs.close"]
    assert _names(stock, "close tab") == ["tabs.close"]
    found = stock.commands.find("tabs.close")
    assert found is not None
    assert found.danger == 1


def test_a_pack_may_put_its_own_command_in_the_place_of_a_built_in_one(tmp_path: Path) -> None:
    _write(tmp_path, "mine", _pack("mine", "close tab").replace("mine.it", "tabs.close"))
    stock = PackShelf(BUILTIN, tmp_path).read()
    found = stock.commands.find("tabs.close")
    assert found is not None
    assert found.recipe is not None
    assert found.recipe.parts == ("f5",)
    assert _names(stock, "close the current tab") == []


def test_a_pack_may_add_to_a_built_in_list_and_has_its_own_lists_to_itself(tmp_path: Path) -> None:
    more = "[lists.app]\nextend = true\nvalues = [ { en = 'my thing', out = 'thing' } ]\n"
    own = "[lists.tab]\nvalues = ['zebra']\n"
    _write(
        tmp_path,
        "mine",
        _pack("mine", "stripe zebra", more + own).replace("stripe zebra'", "stripe {tab}'", 1),
    )
    stock = PackShelf(BUILTIN, tmp_path).read()
    assert _names(stock, "open my thing") == ["app.open"]
    assert _names(stock, "stripe zebra") == ["mine.it"]
    assert _names(stock, "tab zebra") == []
    assert _names(stock, "tab three") == ["tabs.goto"]


def test_the_desktop_adds_its_applications(tmp_path: Path) -> None:
    here = SlotList("app", Filling.CHOICE, (Choice("org.gimp.GIMP", (("*", ("gimp",)),)),), is_extension=True)
    stock = PackShelf(BUILTIN, tmp_path, lists=lambda: (here,)).read()
    for language, said in (("en", "open gimp"), ("zh", "打开 GIMP")):
        (match,) = Grammar(language, stock.commands).matches(canonical(said))
        assert [slot.value for slot in match.slots] == ["org.gimp.GIMP"]
    assert _names(stock, "open firefox") == ["app.open"]


def test_two_packs_of_one_name_are_told(tmp_path: Path) -> None:
    _write(tmp_path, "a", _pack("same", "wave the hand"))
    _write(tmp_path, "b", _pack("same", "nod the head"))
    stock = PackShelf(BUILTIN, tmp_path).read()
    assert [str(problem) for problem in stock.problems] == [
        'b.toml: the pack "same" is in a.toml already; name it otherwise'
    ]


def test_the_phrase_that_confirms_is_told_to_be_reserved(tmp_path: Path) -> None:
    _write(tmp_path, "a", "pack = 'a'\n[[command]]\nid = 'assistant.confirm'\nen = ['okay']\n")
    (problem,) = PackShelf(BUILTIN, tmp_path).read().problems
    assert "can't be changed" in problem.message


def test_a_change_is_noticed_while_it_runs(tmp_path: Path) -> None:
    changes: Queue[Stock] = Queue()
    shelf = PackShelf(BUILTIN, tmp_path)
    watch = Watch(shelf.stamp, lambda: changes.put(shelf.read()))
    watch.start()
    try:
        _write(tmp_path, "a", _pack("a", "wave the hand"))
        assert changes.get(timeout=PATIENCE).commands.find("a.it") is not None
    finally:
        watch.stop()
        watch.stop()
