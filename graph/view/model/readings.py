"""Whom a pronoun or a description was read as, with the sentence of the article that names the source."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from whosays.graph.view.model.data import Attribution, Chain, Span, Voice
from whosays.graph.view.model.passages import sentence_around
from whosays.resources import word_classes

_WORD = re.compile(r"\w+(?:\.\w\b)*")
_SMALL = word_classes("graph")["small_in_names"]
_PRONOUNS = word_classes("graph")["opening_pronouns"]
_LONGEST_ACRONYM = 6


@dataclass(frozen=True, slots=True)
class Reading:
    """The source words of one hop, from 0, that do not name who is meant; empty where a sentence leaves the source out.

    ``sentence`` is where the article does: before the name, the name, after it; ``None`` where it does nowhere.
    """

    hop: int
    words: str
    sentence: tuple[str, str, str] | None


def by_voice(mentions: Iterable[tuple[str, Span, str]]) -> dict[str, dict[str, list[Span]]]:
    """Group mentions by the article and by whom it mentions."""
    grouped: dict[str, dict[str, list[Span]]] = {}
    for article, span, voice in mentions:
        grouped.setdefault(article, {}).setdefault(voice, []).append(span)
    return grouped


def readings(
    chain: Chain, text: str | None, voices: Mapping[str, Voice], mentions: Mapping[str, Sequence[Span]]
) -> tuple[Reading, ...]:
    """Return one for each voice of a chain that its own words do not name: "he" for "Ada Stone".

    ``mentions`` are the places of the chain's article where each voice, by its key, is mentioned.
    """
    return tuple(_readings(chain, text, voices, mentions)) if text else ()


def _readings(
    chain: Chain, text: str, voices: Mapping[str, Voice], mentions: Mapping[str, Sequence[Span]]
) -> Iterable[Reading]:
    for place, hop in enumerate(chain.hops):
        voice = voices.get(hop.voice or "")
        if voice is None or voice.kind == "nobody":
            continue
        words = " ".join(" ".join(text[start:end].split()) for start, end in hop.sources)
        if not is_named(words, voice):
            yield Reading(place, words, naming_sentence(text, voice, mentions.get(voice.key, ()), _begin(hop)))


def naming_sentence(text: str, voice: Voice, mentions: Iterable[Span], begin: int) -> tuple[str, str, str] | None:
    """Return the sentence that names somebody, nearest before a place: what stands before the name, it, what after."""
    places = list(mentions)
    named = [span for span in places if is_named(text[slice(*span)], voice)]
    if not named and voice.kind != "unnamed":  # the article spells the name otherwise
        named = [span for span in places if _is_proper(text[slice(*span)])]
    span = _nearest(named, begin)
    if span is None:
        return None
    start, end = sentence_around(text, span)
    return text[start : span[0]], text[slice(*span)], text[span[1] : end]


def is_named(words: str, voice: Voice) -> bool:
    """Tell whether words hold a name of their own for somebody: "Mr Stone" does for Ada Stone, "the clerk" does not.

    A description names only who is called so in as many words: "the governor of Orsk" is not "the governor of Tarn".
    """
    told = _telling(words)
    if voice.kind == "unnamed":
        own = _telling(voice.name)
        return bool(told) and (told <= own or own <= told)
    capital = {word.casefold() for word in _WORD.findall(words) if word[:1].isupper() or word[:1].isdigit()} - _SMALL
    return any(not capital.isdisjoint(_telling(name)) for name in _names(voice)) or voice.name.casefold() in (
        words.casefold()
    )


def _is_proper(words: str) -> bool:
    """Tell "Tomas Ferrell" and "Ferrell" from "he", "He" and "the clerk"."""
    told = _WORD.findall(words)
    opened = bool(told) and told[0].casefold() in _SMALL | _PRONOUNS
    return bool(told) and not opened and all(word[:1].isupper() for word in told if word.casefold() not in _SMALL)


def _names(voice: Voice) -> list[str]:
    """The name that is shown, its acronym and its other forms; what a text only calls somebody is no name."""
    own = _telling(voice.name)
    initials = "".join(word[0] for word in _WORD.findall(voice.name) if word.casefold() not in _SMALL)
    forms = [alias for alias in voice.aliases if _is_acronym(alias) or not own.isdisjoint(_telling(alias))]
    return [voice.name, *([initials] if len(initials) > 1 else []), *(form for form in forms if form[:1].isupper())]


def _is_acronym(alias: str) -> bool:
    return alias.isupper() and 1 < len(alias) <= _LONGEST_ACRONYM


def _telling(words: str) -> set[str]:
    return {word.casefold() for word in _WORD.findall(words)} - _SMALL


def _begin(hop: Attribution) -> int:
    return min((start for start, _ in (*hop.sources, *hop.cues, *hop.contents)), default=0)


def _nearest(spans: Sequence[Span], begin: int) -> Span | None:
    """The last one before a place; where there is none, the first after it."""
    before = [span for span in spans if span[1] <= begin]
    return max(before) if before else min(spans, default=None)
