"""Groups that are joined by pairs: what is left of one when a member goes."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from whosays.graph.incremental.cache import Cache
from whosays.graph.incremental.group_maintenance import Bonds, rejoined
from whosays.graph.incremental.partition import Partition

LONG = 400
WENT = LONG // 2


@pytest.mark.parametrize("closed", [True, False], ids=["a ring", "a line"])
def test_what_is_left_of_a_long_group_is_found_without_comparing_all_pairs(closed: bool) -> None:
    """A ring without one member is one group, a line two; each member is compared with its neighbours alone."""
    compared = 0

    def beside(one: int, other: int) -> bool:
        return abs(one - other) in ((1, LONG - 1) if closed else (1,))

    def joined(one: str, other: str) -> bool:
        nonlocal compared
        compared += 1
        return beside(int(one), int(other))

    def around(member: str) -> Iterator[str]:
        return (f"{other % LONG:03d}" for other in (int(member) - 1, int(member) + 1))

    partition: Partition[str] = Partition(Cache(None), "members", str)
    whole = tuple(f"{number:03d}" for number in range(LONG))
    partition.change((), [whole])
    gone = {whole[WENT]: [whole[WENT - 1], whole[WENT + 1]]}
    before, now = rejoined(partition, gone, (), Bonds(joined, around, around))
    assert before == {whole}
    left = (*whole[:WENT], *whole[WENT + 1 :])
    assert now == ({left} if closed else {whole[:WENT], whole[WENT + 1 :]})
    assert compared <= 3 * LONG
