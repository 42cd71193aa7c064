"""Bodies that are only where or with what something is done: "at the Orion Awards", "her Kinova series"."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from whosays.extract.coreference.name_clusters import Cast
from whosays.extract.coreference.referent import ORGANISED, Occurrence, Referent
from whosays.extract.lexicon import verb_class
from whosays.extract.pipeline import is_parsed
from whosays.extract.records import Span

OF_NOUN = ("DT", "JJ", "NN", "CD", "HYPH", "POS", "PRP$")  # tags of the words before a noun
WHERE = frozenset(("at", "during", "in", "on"))


def before_where(cast: Cast, at: int) -> int:
    """Return the last word of who is meant at a word: of "the Rivers Group in Korrin, which said", the group's."""
    for mention in cast.by_mention:
        if mention.type == "Place" and mention.start <= at < mention.end and mention.start > 1:
            behind = cast.doc[mention.start - 1].lower_ in WHERE
            named = any(other.end == mention.start - 1 and other.type in ORGANISED for other in cast.by_mention)
            return mention.start - 2 if behind and named else at
    return at


def up_to_noun(noun: Token) -> Span:
    """Return the characters of a noun with the words before it: "the senior clerk" of "the senior clerk in whom"."""
    doc, start = noun.doc, noun.i
    while start and doc[start - 1].tag_.startswith(OF_NOUN):
        start -= 1
    return doc[start].idx, noun.idx + len(noun)


def is_only_a_setting(doc: Doc, referent: Referent, before: int, own: Sequence[Span] = ()) -> bool:
    """Tell whether a body was named so far only as a place, an event or the sort of something else.

    "She sings at the Orion Awards. The company said ...", "Her Kinova series ends. They said ...": neither has done
    anything, nor has anything been done to it, so neither "the company" nor "they" who speak are it.
    """
    if not referent.named or referent.type not in ORGANISED or referent.plural or not is_parsed(doc):
        return False
    seen = [o for o in referent.occurrences if o.end <= before]
    return (
        bool(seen)
        and not any(i < before for i in referent.spoke)
        and all(_is_in(own, o) or _is_aside(doc, o) or _is_only_told(doc, referent, o) for o in seen)
    )


def _is_in(words: Sequence[Span], occurrence: Occurrence) -> bool:
    return any(first <= occurrence.span[0] < end for first, end in words)


def _is_only_told(doc: Doc, referent: Referent, occurrence: Occurrence) -> bool:
    """Tell whether an outlet is only whom others have told something: "The mayor told the Gull"."""
    root = doc[occurrence.start : occurrence.end].root
    told = root.dep_ in ("obj", "iobj") and root.head.lemma_.lower() in verb_class("informing")
    return referent.type == "Outlet" and told


def _is_aside(doc: Doc, occurrence: Occurrence) -> bool:
    root = doc[occurrence.start : occurrence.end].root
    while root.dep_ == "conj":  # "through Orbex and [Korpay] transfers"
        root = root.head
    if root.dep_ in ("compound", "amod", "nmod") and root.head.i >= occurrence.end:
        return True
    return root.dep_.startswith(("obl", "nmod")) and any(
        child.dep_ == "case" and child.lower_ in WHERE for child in root.children
    )
