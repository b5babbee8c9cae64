from assistant.engine.work import CancelToken


def test_setting_stops_what_watches() -> None:
    token, stopped = CancelToken(), []
    token.watch(lambda: stopped.append("a"))
    token.set()
    assert token.is_set
    assert stopped == ["a"]


def test_a_watch_that_ended_is_not_called() -> None:
    token, stopped = CancelToken(), []
    unwatch = token.watch(lambda: stopped.append("a"))
    unwatch()
    token.set()
    assert stopped == []


def test_watching_a_token_already_set_stops_at_once() -> None:
    token, stopped = CancelToken(), []
    token.set()
    token.watch(lambda: stopped.append("a"))
    assert stopped == ["a"]


def test_a_child_is_set_with_its_parent_and_not_the_other_way_round() -> None:
    parent = CancelToken()
    one, other = parent.child(), parent.child()
    one.set()
    assert (one.is_set, other.is_set, parent.is_set) == (True, False, False)
    parent.set()
    assert other.is_set
    assert parent.child().is_set
