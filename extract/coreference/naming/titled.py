"""What stands beside a person's name: a title, an office, a pronoun that tells the gender, a word for a relative."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from whosays.extract.coreference.naming.matching import generation_of, person_words
from whosays.extract.coreference.naming.spans import Mention
from whosays.extract.coreference.referent import Referent
from whosays.extract.lexicon import Gender, fold, gender_of_name, kinds, singular, titles, word_class

RELATIVES = word_class("relatives")
QUOTES = frozenset('"“”„')
JUNIORS = word_class("juniors")
NAMESAKES = word_class("namesakes")
NEAR = 8  # tokens
OBJECTS = frozenset({"him", "her"})
PRONOUNS: dict[str, Gender] = {
    "he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"
}  # fmt: skip


def title_gender(doc: Doc, mention: Mention) -> Gender | None:
    """Return the gender that "Mr" or "Ms" before a name tells."""
    before = doc[max(0, mention.start - 2) : mention.start]
    return next((g for t in reversed(list(before)) if t.text[:1].isupper() and (g := titles().get(fold(t.text)))), None)


def has_office(doc: Doc, mention: Mention) -> bool:
    """Tell whether "President" or the like stands right before a name."""
    before = doc[mention.start - 1] if mention.start else None
    if before is None or not before.text.istitle() or before.lower_ in RELATIVES:
        return False
    return kinds(before.text) == {"person"} and singular(before.lower_) == before.lower_ and fold(before.text) != "lady"


def is_titled(doc: Doc, mention: Mention) -> bool:
    """Tell whether an office or "Mr" stands before a name."""
    before = doc[max(0, mention.start - 2) : mention.start]
    title = any(token.text[:1].isupper() and fold(token.text) in titles() for token in before)
    return title or has_office(doc, mention)


def says_which(doc: Doc, mention: Mention) -> bool:
    """Tell "the elder Roe" and "the younger Roe": one of a family, be it who is named as a relative."""
    return mention.start > 0 and doc[mention.start - 1].lower_ in ("elder", "older", "younger")


def generation(doc: Doc, mention: Mention, referents: Sequence[Referent]) -> list[Referent]:
    """Return those of a family whom "the elder Roe" may mean: not "his son, Jo Roe", whom the younger one may be."""
    elder = doc[mention.start - 1].lower_ != "younger"
    return [referent for referent in referents if _is_junior(doc, referent) != elder]


def _is_junior(doc: Doc, referent: Referent) -> bool:
    before = (doc[max(0, o.start - 2) : o.start] for o in referent.occurrences)
    return any(token.lower_ in JUNIORS for tokens in before for token in tokens)


def is_namesake(doc: Doc, referent: Referent, mention: Mention) -> bool:
    """Tell whether a name is that of somebody's father or son, who differ in "Jr." alone.

    "Jo Roe Jr. wrote it with his father, Jo Roe" tells two; "President Roe" is not Jo Roe Jr. where nobody says that he
    is president.
    """
    full = [o for o in referent.occurrences if len(person_words(doc[o.start : o.end].text)) > 1]
    juniors = {bool(generation_of(doc[o.start : o.end].text)) for o in full}
    if len(person_words(mention.text)) > 1:
        places = [(o.start, o.end) for o in full] + [(mention.start, mention.end)]
        return juniors == {not generation_of(mention.text)} and any(
            _is_told_relative(doc, start) for start, _ in places
        )
    if juniors != {True} or generation_of(mention.text) or not has_office(doc, mention):
        return False
    office, other = doc[mention.start - 1].lower_, mention.start - 1
    around = (doc[max(0, o.start - NEAR) : o.end + NEAR] for o in full)
    return not any(singular(t.lower_) == office and t.i != other for tokens in around for t in tokens)


def without_juniors(doc: Doc, referents: Sequence[Referent], mention: Mention, story: int) -> list[Referent]:
    """Return those whom a full name may mean: "Jo Roe Jr." is another than the Jo Roe of whom a story has told before.

    Who has the ending is introduced with it, but for the headline, before the token at which the ``story`` begins.
    """
    if len(person_words(mention.text)) < 2:
        return list(referents)
    own, junior = _without_ending(mention.text), bool(generation_of(mention.text))

    def is_other(referent: Referent) -> bool:
        full = [(o.start, doc[o.start : o.end].text) for o in referent.occurrences]
        alike = [(at, bool(generation_of(text))) for at, text in full if _without_ending(text) == own]
        plain = [at for at, ends in [*alike, (mention.start, junior)] if not ends and at >= story]
        juniors = [at for at, ends in [*alike, (mention.start, junior)] if ends]
        others = bool(alike) and all(ends != junior for _, ends in alike)
        return others and bool(plain and juniors) and min(plain) < min(juniors)

    return [referent for referent in referents if not is_other(referent)]


def _without_ending(name: str) -> str:
    """Return "Jo Roe" of "Jo Roe Jr."."""
    return name.removesuffix(".").rpartition(" ")[0].rstrip(", ") if generation_of(name) else name


def _is_told_relative(doc: Doc, start: int) -> bool:
    """Tell whether "father" or the like stands before a name in its sentence."""
    for token in reversed(doc[max(0, start - NEAR) : start]):
        if token.lower_ in NAMESAKES:
            return True
        if token.is_sent_start:
            return False
    return False


def gender_of(doc: Doc, mention: Mention) -> Gender | None:
    """Return the gender that a title tells, or "he" behind the name, unless the given name is of the other gender."""
    told = title_gender(doc, mention)
    if told:
        return told
    meant = gender_told(doc, mention)
    named = gender_of_name(mention.text.partition(" ")[0]) if meant and " " in mention.text else None
    return meant if named in (None, meant) else None


def gender_told(doc: Doc, mention: Mention) -> Gender | None:
    """Return the gender that "he" tells of "President Roe said he was ill": nobody else is named in between.

    Behind a quotation mark another speaks: “nothing President Roe did is a crime,” she said.
    """
    if not has_office(doc, mention):
        return None
    for token in doc[mention.end :]:
        if token.is_sent_start or token.is_space or token.text[:1].isupper() or token.text in QUOTES:
            return None
        if token.lower_ in OBJECTS and token.tag_ != "PRP$":
            return None  # "Chairman Roe told her": another
        if token.lower_ in PRONOUNS:
            return PRONOUNS[token.lower_]
        if token.i > mention.end and kinds(token.text) & {"person", "people"}:
            return None
    return None


def is_only_mrs(doc: Doc, referent: Referent, mention: Mention) -> bool:
    """Tell whether an article that first says "Roe", and then "Mrs Roe" of Eve Roe, means another by "Roe"."""
    places = (doc[o.start - 1] for o in referent.occurrences if o.start and o.end - o.start == 1)
    if not any(fold(token.text) == "mrs" for token in places):
        return False
    before = doc[: referent.occurrences[0].start]
    return any(t.text == mention.text and not (t.i and doc[t.i - 1].text[:1].isupper()) for t in before)


def is_relative(doc: Doc, referent: Referent) -> bool:
    """Tell whether the article calls somebody a relative with the full name: "his wife, Eve Roe", "First Lady".

    "An Eve Roe" is somebody of whom nobody has heard, too.
    """
    for occurrence in referent.occurrences:
        if len(person_words(doc[occurrence.start : occurrence.end].text)) < 2:
            continue
        before = [t.lower_ for t in doc[max(0, occurrence.start - 3) : occurrence.start] if t.text != ","]
        if (before[-1:] and before[-1] in RELATIVES | {"a", "an"}) or before[-2:] == ["first", "lady"]:
            return True
    return False
