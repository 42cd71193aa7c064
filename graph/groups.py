"""Groups that grow by pairs: the least key of a group leads it, whatever the order of the pairs."""

from __future__ import annotations

from typing import TypeVar

K = TypeVar("K", str, tuple[str, str])


def find(leader: dict[K, K], key: K) -> K:
    """Return the key that leads a key's group; paths are shortened on the way."""
    while (above := leader.get(key, key)) != key:
        leader[key] = leader.get(above, above)
        key = above
    return key


def unite(leader: dict[K, K], one: K, other: K) -> None:
    """Put two keys into one group."""
    low, high = sorted((find(leader, one), find(leader, other)))
    if low != high:
        leader[high] = low
