"""The questions of the catalogue, asked of one small corpus in both engines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import pytest
from rdflib import Dataset

from whosays.extract.records import ArticleRecord, Attribution, Entity, Figure, Outlet, Skipped, Span
from whosays.graph import KnowledgeGraph
from whosays.queries import QueryError, Table, catalogue, run

HOOK = 'Jan "the } Hook # \\" O’Dee'  # a name with all that SPARQL gives a meaning to

DAM = """By Coastline Press

At least 40 fishermen drowned in the flood, the mayor Ana Brodo said on Monday, citing the River Institute.
“The gates,” Brodo said, “were open.” The dam's operator Veltra denied that the gates were open.
Brodo said 60 boats are missing. Some 20 houses stand empty. She had no comment on the
cause. The 3rd Bridge Company is expected to help, she added.
"""
PORT = f"""A senior port official said about 25 fishermen drowned. The Inland Post could not verify the claim.
The gates were reportedly open. {HOOK} doubts that fishermen drowned.
It could not be verified that boats sank. Thirty fishermen drowned. Prices rose 4 percent, no doubt.
"""
NAMELESS = "Exactly 12 fishermen drowned, A. Brodo told a reporter. The river institute agrees.\n"


def at(text: str, words: str, nth: int = 0) -> Span:
    """Return where ``words`` stand in ``text`` for the ``nth`` time."""
    found = [(m.start(), m.end()) for m in re.finditer(re.escape(words), text)]
    return found[nth]


def entity(text: str, number: int, kind: Any, name: str, *mentions: str | tuple[str, int], **more: Any) -> Entity:
    spans = sorted(at(text, *((m, 0) if isinstance(m, str) else m)) for m in mentions)
    return Entity(f"e{number}", kind, name, more.pop("named", True), tuple(spans), **more)


def hop(text: str, number: int, who: str | None, cue: str | Sequence[str], *content: str, **more: Any) -> Attribution:
    """Return an attribution; ``who`` may hold its place among equal words after a ``|``, as may each content."""

    def find(words: str) -> Span:
        body, _, nth = words.partition("|")
        return at(text, body, int(nth or 0))

    cues = (cue,) if isinstance(cue, str) else tuple(cue)
    told: dict[str, Any] = {"inside": None, "quote": "indirect", "stance": "asserts", "certainty": "certain"}
    return Attribution(
        id=number,
        source=find(who) if who else None,
        cue=tuple(map(find, cues)),
        content=tuple(map(find, content)),
        **{"entity": None, "confidence": 0.9, **told, **more, "hedges": tuple(map(find, more.get("hedges", ())))},
    )


def figure(text: str, words: str, low: float | None, high: float | None, by: int | None, **more: Any) -> Figure:
    span = at(text, words)
    sentence = (text.rfind(". ", 0, span[0]) + 2, text.index(".", span[1]) + 1)
    told = {"approximate": False, "measure": "drowned", "of": "fishermen", **more}
    return Figure(span=span, low=low, high=high, attribution=by, sentence=sentence, **told)


def dam(path: str, outlet: str, published: str) -> ArticleRecord:
    text = DAM
    return ArticleRecord(
        path=path,
        sha256="0" * 64,
        text=text,
        title="Dam | breach",
        outlet=Outlet(outlet),
        published=published,
        wire="Coastline Press",
        language="en",
        entities=(
            entity(text, 1, "Person", "Ana Brodo", "Ana Brodo", ("Brodo", 1), ("Brodo", 2), "She", "she", aliases=("Brodo",), role="mayor"),
            entity(text, 2, "Organization", "River Institute", "the River Institute"),
            entity(text, 3, "Organization", "Veltra", "Veltra"),
            entity(text, 4, "MilitaryUnit", "3rd Bridge Company", "The 3rd Bridge Company"),
        ),
        attributions=(
            hop(text, 0, "the mayor Ana Brodo", "said", "At least 40 fishermen drowned in the flood", entity="e1", stance="reports"),
            hop(text, 1, "the River Institute", "citing", "At least 40 fishermen drowned in the flood", entity="e2", inside=0),
            hop(text, 2, "Brodo|1", "said|1", "“The gates,”", "“were open.”", entity="e1", quote="direct"),
            hop(text, 3, "The dam's operator Veltra", "denied", "the gates were open", entity="e3", stance="denies"),
            hop(text, 4, "Brodo|2", "said|2", "60 boats are missing", entity="e1"),
            hop(text, 5, "She", "had no comment", entity="e1", stance="noComment", certainty="unspecified"),
            hop(text, 6, "she", "added", "The 3rd Bridge Company is expected to help", entity="e1", certainty="expected", hedges=("is expected to",)),
        ),
        figures=(
            figure(text, "At least 40", 40, None, 1),
            figure(text, "60", 60, 60, 4, measure="missing", of="boats"),
            figure(text, "Some 20", 20, 20, None, measure="empty", of="houses", approximate=True),
        ),
    )


def port() -> ArticleRecord:
    text = PORT
    return ArticleRecord(
        path="news/port {2}.txt",
        sha256="1" * 64,
        text=text,
        url="https://inland.example/port?x=<1>",
        outlet=Outlet("The Inland Post", at(text, "The Inland Post")),
        published="2031-05-04",
        entities=(
            entity(text, 1, "Person", "A senior port official", "A senior port official", named=False, role="port official"),
            entity(text, 2, "Person", HOOK, HOOK),
            entity(text, 3, "Outlet", "The Inland Post", "The Inland Post"),
        ),
        attributions=(
            hop(text, 0, "A senior port official", "said", "about 25 fishermen drowned", entity="e1"),
            hop(text, 1, "The Inland Post", "could not verify", "the claim", entity="e3", stance="unverified", certainty="unspecified"),
            hop(text, 2, None, "reportedly", "The gates were reportedly open", certainty="alleged", hedges=("reportedly",)),
            hop(text, 3, HOOK, "doubts", "fishermen drowned|1", entity="e2", stance="doubts"),
            hop(text, 4, None, "could not be verified", "boats sank", stance="unverified", certainty="unspecified"),
        ),
        figures=(
            figure(text, "about 25", 22.5, 27.5, 0, approximate=True),
            figure(text, "Thirty", 30, 30, None),
        ),
        skipped=(Skipped(at(text, "no doubt"), "cue without content"),),
    )  # fmt: skip


def nameless() -> ArticleRecord:
    text = NAMELESS
    return ArticleRecord(
        path="news/nameless.txt",
        sha256="2" * 64,
        text=text,
        entities=(
            entity(text, 1, "Person", "Ana Brodo", "A. Brodo", aliases=("A. Brodo",)),
            entity(text, 2, "Organization", "River Institute", "The river institute", aliases=("river institute",)),
        ),
        attributions=(hop(text, 0, "A. Brodo", "told", "Exactly 12 fishermen drowned", entity="e1"),),
        figures=(figure(text, "Exactly 12", 12, 12, 0),),
    )


CORPUS = (dam("news/dam.txt", "Harbour Courier", "2031-05-03"), dam("news/dam-copy.txt", "Hill Gazette", "2031-05-04"), port(), nameless())
