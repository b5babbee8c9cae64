"""Who counts as the target, and who does not."""

from time import monotonic

from assistant.devices.desktop.x11.selection.receipts import Offer, Witness

TEXT, FORMATS = 1, 2
TARGET, HELPER, HISTORY, WINE = 0x100, 0x200, 0x300, 0x400
PROCESSES = {TARGET: 10, HELPER: 10, HISTORY: 30}


def offer(*, is_sent: bool = True) -> Offer:
    return Offer(
        frozenset({TEXT}), frozenset({TARGET}), is_saved=True, sent_at=monotonic() if is_sent else None
    )


def verdict(witness: Witness, one: Offer, target: int, client: int) -> tuple[bool, bool]:
    witness.judge(one, target, client)
    return one.asked_at is not None, one.by_somebody


def test_the_target_asking_for_the_text_is_a_receipt() -> None:
    assert verdict(Witness(PROCESSES.get), offer(), TEXT, TARGET) == (True, False)


def test_asking_for_the_formats_is_none() -> None:
    assert verdict(Witness(PROCESSES.get), offer(), FORMATS, TARGET) == (False, False)


def test_asking_before_the_keys_is_none() -> None:
    assert verdict(Witness(PROCESSES.get), offer(is_sent=False), TEXT, TARGET) == (False, False)


def test_another_connection_of_the_same_process_is_the_target() -> None:
    assert verdict(Witness(PROCESSES.get), offer(), TEXT, HELPER) == (True, False)


def test_an_unknown_client_is_somebody() -> None:
    assert verdict(Witness(PROCESSES.get), offer(), TEXT, WINE) == (False, True)


def test_a_client_that_read_before_the_keys_is_a_watcher_from_then_on() -> None:
    witness = Witness(PROCESSES.get)
    one = offer(is_sent=False)
    assert verdict(witness, one, TEXT, HISTORY) == (False, False)
    one.sent_at = monotonic()
    assert verdict(witness, one, TEXT, HISTORY) == (False, False)
    assert verdict(witness, offer(), TEXT, HISTORY) == (False, False)


def test_a_client_that_read_what_nobody_pasted_is_a_watcher() -> None:
    witness = Witness(PROCESSES.get)
    witness.suspect(HISTORY)
    assert verdict(witness, offer(), TEXT, HISTORY) == (False, False)


def test_a_target_that_looked_early_is_still_the_target() -> None:
    witness = Witness(PROCESSES.get)
    one = offer(is_sent=False)
    verdict(witness, one, TEXT, TARGET)
    one.sent_at = monotonic()
    assert verdict(witness, one, TEXT, TARGET) == (True, False)
