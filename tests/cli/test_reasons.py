"""Every reason for doing nothing has a sentence for people."""

import pytest

from assistant.cli.show import WHY
from assistant.values.intent import Why


@pytest.mark.parametrize("why", list(Why))
def test_a_reason_is_a_sentence(why: Why) -> None:
    assert WHY[why]
