"""Dependency trees out of scores: every word its best head, made a tree where the best heads are none.

The tree of the highest total score (Chu and Liu 1965, Edmonds 1967) with exactly one root.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from whosays.extract.pipeline.encoder import Floats

NOTHING = -1e9


def best_heads(scores: Floats) -> list[int]:
    """Return the head of each word, a root's is itself; ``scores[i, j]`` is that of word j as the head of word i."""
    size = len(scores)
    if size == 1:
        return [0]
    heads = scores.argmax(1)
    roots = np.flatnonzero(heads == np.arange(size))
    if len(roots) == 1 and _is_tree(heads.tolist(), int(roots[0])):
        return [int(h) for h in heads]
    root = int(_root(scores))
    arcs = scores.copy()
    np.fill_diagonal(arcs, NOTHING)
    arcs[root] = NOTHING
    found = _arborescence(arcs.astype(np.float64), root)
    found[root] = root
    return found


def _root(scores: Floats) -> np.intp:
    """Return the word that is most likely nobody's dependent."""
    others = scores - scores.max(1, keepdims=True)
    total = np.log(np.exp(others).sum(1))
    return np.argmax(np.diagonal(others) - total)


def _is_tree(heads: list[int], root: int) -> bool:
    reached = [False] * len(heads)
    reached[root] = True
    for word in range(len(heads)):
        path, at = [], word
        while not reached[at]:
            if at in path:
                return False
            path.append(at)
            at = heads[at]
        for step in path:
            reached[step] = True
    return True


def _cycle(heads: list[int], root: int) -> list[int]:
    state = [0] * len(heads)  # 0 unseen, 1 on the present path, 2 done
    state[root] = 2
    for word in range(len(heads)):
        path, at = [], word
        while state[at] == 0:
            state[at] = 1
            path.append(at)
            at = heads[at]
        if state[at] == 1:
            return path[path.index(at) :]
        for step in path:
            state[step] = 2
    return []


def _arborescence(arcs: NDArray[np.float64], root: int) -> list[int]:
    """Return the heads of the best tree below a root; ``arcs[i, j]`` is the score of j as the head of i."""
    heads = [int(h) for h in arcs.argmax(1)]
    heads[root] = root
    cycle = _cycle(heads, root)
    if not cycle:
        return heads
    inside = np.zeros(len(arcs), dtype=bool)
    inside[cycle] = True
    rest = np.flatnonzero(~inside)
    own = arcs[cycle, [heads[i] for i in cycle]]
    smaller = np.full((len(rest) + 1, len(rest) + 1), NOTHING)
    smaller[:-1, :-1] = arcs[np.ix_(rest, rest)]
    leaving = arcs[np.ix_(rest, np.array(cycle))]  # a word outside hangs on one inside
    smaller[:-1, -1] = leaving.max(1)
    entering = arcs[np.ix_(np.array(cycle), rest)] - own[:, None]  # one inside hangs on a word outside instead
    smaller[-1, :-1] = entering.max(0)
    found = _arborescence(smaller, int(np.flatnonzero(rest == root)[0]))
    for i, word in enumerate(rest):
        head = found[i]
        heads[word] = int(rest[head]) if head < len(rest) else int(cycle[int(leaving[i].argmax())])
    above = found[-1]
    broken = int(entering[:, above].argmax())
    heads[cycle[broken]] = int(rest[above])
    heads[root] = root
    return heads
