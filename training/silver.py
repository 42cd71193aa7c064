"""Pronouns made of names: where a text names a person again, the name may be read as a pronoun that means them.

GAP and GUM hold some thousand pronouns, too few to learn from alone (Kocijan et al. 2019 mask names for the same
reason).  Re-DocRED knows which names are one person; in news a surname is the person who had a given name before it.
A later mention becomes "he", "she", "his", "her" or "him" where its neighbours tell the case.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

import numpy as np

from training import entities
from training.samples import CONVENTIONS, MASKED, NAMES, Text, bio
from whosays.extract.lexicon import gender_of_name

BEFORE_OBJECT = frozenset("to with by of for from against about after before under than on between behind".split())
VERBS = frozenset(
    """was is were had has did does would could will should can may might must also then later became began made took
    went said says told tells wants won lost met wrote ran got came saw knew thought gave found left kept held led
    never still now often""".split()
)
CONJUNCTIONS = frozenset("after before than".split())
BEGINNINGS = frozenset(["", ".", "!", "?", '"', "“"])
TITLES = frozenset("Mr. Mrs. Ms. Dr. Sen. Rep. Gov. Gen. President Senator Secretary Representative Governor".split())
FORMS = {"f": ("she", "her", "her"), "m": ("he", "him", "his")}
POSSESSIVES = ("'s", "’s")
SHARE, APART, NEAR = 0.6, 8, 120  # of the mentions that may become pronouns; words between two, words to a name


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody's mentions in a text, as spans of words in order."""

    gender: str
    mentions: list[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Said:
    """What stands instead of a mention: the pronoun, where the mention ends, and the names of the same person."""

    form: str
    end: int
    others: list[tuple[int, int]]


# ---------------------------------------------------------------- Re-DocRED


def pronoun_texts(path: Path) -> Iterator[Text]:
    """Yield the documents of Re-DocRED with names, some mentions of each repeated person as pronouns."""
    random = Random(0)
    for document in json.loads(path.read_text(encoding="utf-8")):
        yield _read(document, random)


def _read(document: dict[str, Any], random: Random) -> Text:
    words: list[str] = []
    starts: list[int] = []
    for sentence in document["sents"]:
        starts.append(len(words))
        words += sentence
    people = []
    for number, vertex in enumerate(document["vertexSet"]):
        if vertex[0]["type"] == "PER":
            mentions = sorted({_span(m, starts) for m in vertex})
            gender = next((g for s, _ in mentions if (g := gender_of_name(words[s]))), "fm"[number % 2])
            people.append(Person(gender[:1].lower(), mentions))
    spans, last = [], 0
    for (start, end), label in sorted(set(_entities(document, starts, words)), key=lambda e: (e[0][0], -e[0][1])):
        if start >= last:
            spans.append((start, end, label))
            last = end
    convention = CONVENTIONS.index("redocred")
    text = Text(words, [*starts[1:], len(words)], {"name": bio(len(words), spans, NAMES)}, convention=convention)
    return with_pronouns(text, people, random, unlabelled=True)


def _span(mention: dict[str, Any], starts: list[int]) -> tuple[int, int]:
    return starts[mention["sent_id"]] + mention["pos"][0], starts[mention["sent_id"]] + mention["pos"][1]


def _entities(document: dict[str, Any], starts: list[int], words: list[str]) -> Iterator[tuple[tuple[int, int], str]]:
    for mention in (m for cluster in document["vertexSet"] for m in cluster):
        first, end = _span(mention, starts)
        label = entities.label_of(mention["type"], " ".join(words[first:end]))
        if label:
            yield (first, end), label


# ---------------------------------------------------------------- news


def named_people(words: Sequence[str]) -> list[Person]:
    """Return the people of a text who are named in full once, with the later mentions of their surnames."""
    full = [
        (i, gender[:1].lower())
        for i in range(len(words) - 1)
        if (gender := gender_of_name(words[i])) and _is_name(words[i]) and _is_name(words[i + 1])
    ]
    given: dict[str, set[str]] = defaultdict(set)
    for i, _ in full:
        given[words[i + 1]].add(words[i])
    people = []
    for surname in sorted(s for s, firsts in given.items() if len(firsts) == 1):
        own = [(i, gender) for i, gender in full if words[i + 1] == surname]
        begins = {i: i + 2 for i, _ in own}
        inside = {i + 1 for i in begins}
        begins |= {i: i + 1 for i in range(own[0][0], len(words)) if words[i] == surname and i not in inside}
        mentions = [(i - 1 if i and words[i - 1] in TITLES else i, end) for i, end in sorted(begins.items())]
        people.append(Person(own[0][1], mentions))
    return people


def _is_name(word: str) -> bool:
    return len(word) > 2 and word[0].isupper() and word[1:].islower() and word not in TITLES


# ---------------------------------------------------------------- both


def with_pronouns(text: Text, people: Sequence[Person], random: Random, *, unlabelled: bool = False) -> Text:
    """Return a text in which some later mentions of people are pronouns that know whom they mean.

    A pronoun has the labels of the first word of its mention, or with ``unlabelled`` the first label of every task.
    """
    said: dict[int, Said] = {}
    for person in people:
        kept = person.mentions[:1]
        for start, end in person.mentions[1:]:
            form = _form(text.words, start, end, FORMS.get(person.gender, FORMS["m"]))
            free = not any(abs(start - other) < APART for other in said) and start - kept[-1][1] < NEAR
            if form and free and random.random() < SHARE:
                said[start] = Said(form, end, kept)  # the list goes on growing: later names tell as well
            else:
                kept.append((start, end))
    return _rewritten(text, said, unlabelled=unlabelled)


def _form(words: Sequence[str], start: int, end: int, forms: tuple[str, str, str]) -> str | None:
    subject, objective, possessive = forms
    after = words[end] if end < len(words) else ""
    before = words[start - 1].strip() if start else ""
    is_subject = after in VERBS or (after.endswith("ed") and after.islower())
    if after in POSSESSIVES:
        form = possessive
    elif before.lower() in BEFORE_OBJECT and not (is_subject and before.lower() in CONJUNCTIONS):
        form = objective
    elif is_subject:
        form = subject
    else:
        return None
    return form.capitalize() if before in BEGINNINGS else form


def _rewritten(text: Text, said: dict[int, Said], *, unlabelled: bool) -> Text:
    """Return the text with the pronouns in their places; whatever points at words moves with them."""
    words: list[str] = []
    origin: list[int] = []  # new word to old
    place: list[int] = []  # old word to new
    at = 0
    while at < len(text.words):
        one = said.get(at)
        end = at + 1 if one is None else one.end
        if one is not None and end < len(text.words) and text.words[end] in POSSESSIVES:
            end += 1
        place += [len(words)] * (end - at)
        words.append(text.words[at] if one is None else one.form)
        origin.append(at)
        at = end
    place.append(len(words))
    moved = np.array(place, dtype=np.int32)
    labels = {task: values[origin] for task, values in text.labels.items()}
    heads = {
        task: np.where(values[origin] == MASKED, MASKED, moved[np.maximum(values[origin], 0)]).astype(np.int32)
        for task, values in text.heads.items()
    }
    if unlabelled:
        for values in labels.values():
            values[[place[start] for start in said]] = 0
    found = {place[p]: [place[i] for i in meant] for p, meant in text.antecedents.items()}
    for start, one in said.items():
        found[place[start]] = sorted({place[i] for s, e in one.others for i in range(s, e)})
    return Text(words, sorted({place[end] for end in text.ends}), labels, heads, found, text.convention)
