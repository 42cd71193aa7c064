"""Pronouns made of names: Re-DocRED knows which names are one, so a repeated name may be read as a pronoun.

GAP and GUM hold some thousand pronouns, too few to learn from alone (Kocijan et al. 2019 mask names for the same
reason).  A person's later mention becomes "he", "she", "his", "her" or "him" where its neighbours tell the case.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from training import entities
from training.samples import NAMES, Text, bio
from whosays.extract.vocabulary import gender_of_name

PERSON = "Person"
BEFORE_OBJECT = frozenset("to with by of for from against about after before under than".split())
VERBS = frozenset(
    "was is were had has did does would could will also then later became began made took went said".split()
)
FORMS = {"f": ("she", "her", "her"), "m": ("he", "him", "his")}


def pronoun_texts(path: Path) -> Iterator[Text]:
    """Yield the documents of Re-DocRED with names, and with one mention of each repeated person as a pronoun."""
    for document in json.loads(path.read_text(encoding="utf-8")):
        yield _text(document)


def _text(document: dict[str, Any]) -> Text:
    words: list[str] = []
    starts: list[int] = []
    for sentence in document["sents"]:
        starts.append(len(words))
        words += sentence
    clusters = [[_span(m, starts) for m in vertex] for vertex in document["vertexSet"]]
    people = [sorted(c) for c, v in zip(clusters, document["vertexSet"], strict=True) if v[0]["type"] == "PER"]
    said: dict[int, tuple[str, list[int], int]] = {}
    for number, cluster in enumerate(people):
        for start, end in cluster[1:]:
            form = _form(words, start, end, number, cluster)
            if form and not any(abs(start - other) < 12 for other in said):
                others = [i for s, e in cluster if (s, e) != (start, end) for i in range(s, e)]
                said[start] = (form, others, end)
                break
    found = {(m, e.label) for m, e in _entities(document, starts, words)}
    return _rewritten(words, starts, found, said)


def _span(mention: dict[str, Any], starts: list[int]) -> tuple[int, int]:
    return starts[mention["sent_id"]] + mention["pos"][0], starts[mention["sent_id"]] + mention["pos"][1]


class _Named:
    __slots__ = ("label",)

    def __init__(self, label: str) -> None:
        self.label = label


def _entities(
    document: dict[str, Any], starts: list[int], words: list[str]
) -> Iterator[tuple[tuple[int, int], _Named]]:
    for mention in (m for cluster in document["vertexSet"] for m in cluster):
        first, end = _span(mention, starts)
        label = entities.label_of(mention["type"], " ".join(words[first:end]))
        if label:
            yield (first, end), _Named(label)


def _form(words: list[str], start: int, end: int, number: int, cluster: list[tuple[int, int]]) -> str | None:
    gender = next((g for s, _ in cluster if (g := gender_of_name(words[s]))), "fm"[number % 2])
    subject, objective, possessive = FORMS.get(gender[:1].lower(), FORMS["m"])
    after = words[end] if end < len(words) else ""
    before = words[start - 1].lower() if start else ""
    if after in ("'s", "’s"):
        return possessive
    if before in BEFORE_OBJECT:
        return objective
    if after in VERBS or (after.endswith("ed") and after.islower()):
        return subject.capitalize() if before in ("", ".", "!", "?") else subject
    return None


def _rewritten(
    words: list[str],
    starts: list[int],
    found: set[tuple[tuple[int, int], str]],
    said: dict[int, tuple[str, list[int], int]],
) -> Text:
    """Return the text with the pronouns in their places; offsets move with the words that are gone."""
    new: list[str] = []
    place: list[int] = []  # old word to new
    at = 0
    while at < len(words):
        if at in said:
            form, _, end = said[at]
            gone = end + 1 if end < len(words) and words[end] in ("'s", "’s") else end
            place += [len(new)] * (gone - at)
            new.append(form)
            at = gone
        else:
            place.append(len(new))
            new.append(words[at])
            at += 1
    place.append(len(new))
    spans, last = [], 0
    for (start, end), label in sorted(found, key=lambda item: (item[0][0], -item[0][1])):
        if start not in said and start >= last:
            spans.append((place[start], place[end], label))
            last = end
    text = Text(new, [*(place[s] for s in starts[1:]), len(new)], {"name": bio(len(new), spans, NAMES)})
    for start, (_, others, _end) in said.items():
        text.antecedents[place[start]] = sorted({place[i] for i in others})
    return text
