"""Whether "the father of two" is who spoke last, where nothing is known of what that person is."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from whosays.extract.coreference.antecedents.named_so import has_age
from whosays.extract.coreference.name_clusters import Cast
from whosays.extract.coreference.naming.surroundings import is_hyphened
from whosays.extract.coreference.noun_phrase import Phrase
from whosays.extract.coreference.referent import Referent
from whosays.extract.lexicon import kinds, senses, word_class
from whosays.extract.pipeline import columns

AGED = "year-old"
VARYING = frozenset((AGED, "billionaire", "celebrity", "expert"))  # what news calls somebody instead of the name
ANYBODY = word_class("nouns_of_anybody")
CONTRASTED = frozenset(("but", "while", "whereas", "although"))  # "Roe said yes, but the mayor said no"
FARTHEST = 3  # sentences back in which somebody is still told of
AHEAD = CONTRASTED - {"but"}  # at the start of a sentence they contrast it with what comes


def by_speech(doc: Doc, cast: Cast, phrase: Phrase, speakers: Sequence[Referent]) -> Referent | None:
    """Return the last speaker for "the father of two" when nothing is known about what that person is.

    Where the article has had a father before, that one is meant.  Who alone has spoken so far may be "the expert" of
    the next paragraph, too, and anybody "the 37-year-old" whose age nothing tells.
    """
    if phrase.plural or phrase.determiner == "same" or phrase.owner or "person" not in kinds(phrase.head):
        return None
    if is_contrasted(doc, phrase) or (phrase.head != AGED and _is_told_before(doc, phrase)):
        return None
    person = next((r for r in speakers if r.type == "Person" and not r.plural), None)
    person = person or _only_one(cast, phrase)
    genders = {sense.gender for sense in senses(phrase.head)} - {None}
    if person is None or not person.named or (genders and person.gender not in {None, *genders}):
        return None
    if has_age(doc, person) if phrase.head == AGED else person.nouns():
        return None
    alone, here = _speaks_alone(cast, phrase, person), _same_paragraph(doc, cast, person, phrase)
    if genders or (here and (alone or not _leads(phrase))):
        return person  # two speak of whom either may be "the president"
    return person if alone and _goes_on(cast, phrase, person) else None


def _only_one(cast: Cast, phrase: Phrase) -> Referent | None:
    """Return the only person named so far, for "the man" and "the teenager"; "the doctor" may be somebody new."""
    so_far = [r for r in cast.referents if r.named and r.type == "Person" and not r.plural and r.before(phrase.start)]
    alone = len(so_far) == 1 and not phrase.modifiers and not phrase.tail and phrase.head in ANYBODY
    return so_far[0] if alone else None


def _is_told_before(doc: Doc, phrase: Phrase) -> bool:
    """Tell whether a noun stands before a phrase as a word of its own, not in "expert-approved"."""
    heads = (token for token in doc[: phrase.start] if token.text == phrase.head)
    return any(not is_hyphened(token) for token in heads)


def is_contrasted(doc: Doc, phrase: Phrase) -> bool:
    """Tell "but the mayor said no" from "Although the mayor said no, ...", which answers nobody before it."""
    before = doc[phrase.start - 1] if phrase.start else None
    return before is not None and before.lower_ in CONTRASTED and not (before.is_sent_start and before.lower_ in AHEAD)


def _speaks_alone(cast: Cast, phrase: Phrase, person: Referent) -> bool:
    """Tell whether nobody else who is named has spoken before a phrase."""
    others = (r for r in cast.referents if r.named and r.type == "Person" and r is not person)
    return not any(at < phrase.start for other in others for at in other.spoke)


def _leads(phrase: Phrase) -> bool:
    return any("leader" in sense.also for sense in senses(phrase.head))


def _goes_on(cast: Cast, phrase: Phrase, person: Referent) -> bool:
    """Tell whether a paragraph goes on with whom the last told of, by what news says instead of a name.

    "The judge" and "the driver" need not have been told of.
    """
    varying = any({sense.canonical, *sense.also} & VARYING for sense in senses(phrase.head))
    varying = varying or (
        phrase.noun == "leader" and (*phrase.telling, phrase.head) != ("leader",)
    )  # "the Rivers Party leader"
    last = person.before(phrase.start)
    if not varying or last is None:
        return False
    paragraphs = cast.paragraphs[phrase.start] - cast.paragraphs[last.start]
    return paragraphs == 1 or (paragraphs == 0 and cast.sentences[phrase.start] - last.sentence <= FARTHEST)


def _same_paragraph(doc: Doc, cast: Cast, person: Referent, phrase: Phrase) -> bool:
    """Tell whether no paragraph ends between a person and a phrase: "the bishop" of a new one is somebody new.

    So he is where a text without paragraphs has gone on to somebody else, or for more than a few sentences.
    """
    last = person.before(phrase.start)
    if last is None or any(columns(doc).is_space[last.end : phrase.start]):
        return False
    others = (r for r in cast.referents if r.named and r.type == "Person" and r is not person)
    acting = (o.subject and last.end <= o.start < phrase.start for other in others for o in other.occurrences)
    return cast.sentences[phrase.start] - last.sentence <= FARTHEST and not any(acting)
