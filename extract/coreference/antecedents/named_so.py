"""Descriptions that an article itself gives in so many words beside a name: an age, an office, a body's own words.

Each finder answers with the only one who fits and ``None`` where several do.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

from whosays.extract.coreference.antecedents.named_later import is_office
from whosays.extract.coreference.name_clusters import Cast
from whosays.extract.coreference.noun_phrase import PREPOSITIONS, Phrase
from whosays.extract.coreference.referent import ORGANISED, Occurrence, Referent
from whosays.extract.lexicon import kinds, word_class, words_of
from whosays.extract.pipeline import columns

DEFINITE = frozenset(("the", "this", "that", "same"))
NEW = word_class("always_new") | {"a", "an"}
LONGEST = 6  # words before a noun that its full form has
IN_FRONT = ("HYPH", "JJ", "NN", "NNS", "NNP", "NNPS", "POS")  # tags of those
INSTITUTIONS = word_class("institutions") | {"agency", "commission", "inquiry", "panel", "regulator"}
CALLED_AFTER = frozenset(("administration", "campaign"))  # bodies called after who leads them


def of_age(doc: Doc, cast: Cast, phrase: Phrase) -> Referent | None:
    """Return the one whose age the article tells, for "the 36-year-old": "Jo Roe, 36," or "36-year-old Jo Roe"."""
    if phrase.head != "year-old" or phrase.determiner not in DEFINITE:
        return None
    age = phrase.description.partition("-")[0]
    people = (r for r in cast.referents if r.named and r.type == "Person")
    found = [r for r in people if any(_is_of_age(doc, o, age) for o in r.occurrences)]
    return found[0] if len(found) == 1 else None


def has_age(doc: Doc, person: Referent) -> bool:
    """Tell whether the article tells any age beside a name."""
    return any(_is_of_age(doc, o, age) for o in person.occurrences for age in _numbers_by(doc, o))


def _numbers_by(doc: Doc, occurrence: Occurrence) -> Iterator[str]:
    near = (*doc[max(0, occurrence.start - 5) : occurrence.start], *doc[occurrence.end : occurrence.end + 2])
    return (token.text for token in near if token.is_digit)


def _is_of_age(doc: Doc, occurrence: Occurrence, age: str) -> bool:
    text = columns(doc).text
    behind = text[occurrence.end : occurrence.end + 3]
    aside = len(behind) == 3 and behind[0] in (",", "(") and behind[1] == age and behind[2] in (",", ")", ".")
    return aside or "".join(text[max(0, occurrence.start - 5) : occurrence.start]).endswith(f"{age}-year-old")


def named_so(cast: Cast, phrase: Phrase) -> Referent | None:
    """Return the only body whose name begins or ends with a description: "the harbour office" of Korra Harbour Office.

    "The U.S. attorney's office" is the U.S. Attorney's Office for Korrin, too.
    """
    wanted = words_of(phrase.description)
    plain_one = phrase.determiner in ("", "the") and not phrase.tail and not phrase.plural and len(wanted) > 1
    if not plain_one or "organisation" not in kinds(phrase.head):
        return None
    bodies = [r for r in cast.referents if r.named and r.type in ORGANISED]
    found = [r for r in bodies if any(_begins_or_ends(words_of(name), wanted) for name in r.names)]
    return found[0] if len(found) == 1 else None


def _begins_or_ends(words: Sequence[str], wanted: Sequence[str]) -> bool:
    size = len(wanted)
    return len(words) > size and wanted in (words[:size], words[-size:])


def told_to_be(doc: Doc, cast: Cast, phrase: Phrase, countries: frozenset[str]) -> Referent | None:
    """Return the one whom the article calls just so beside the name: "Orbex CEO" of "Orbex CEO Jo Roe".

    Who has more before the same words may be meant as well, and then nobody is.
    """
    new = phrase.plural or phrase.determiner in NEW or "person" not in kinds(phrase.head)
    if new or (phrase.owner and not countries):
        return None
    owner = len(words_of(doc[slice(*phrase.owner)].text)) if phrase.owner else 0
    wanted = words_of(phrase.description)[owner:]
    people = [r for r in cast.referents if r.named and r.type == "Person"]
    people = [r for r in people if not phrase.owner or countries & r.countries]
    found = [r for r in people if any(_ends_so(words_of(role), wanted) for role in r.roles)]
    return found[0] if len(found) == 1 and len(wanted) > 1 else None


def told_first(doc: Doc, cast: Cast, phrase: Phrase) -> Referent | None:
    """Return the only one named so far who acts right before news first says "The chancellor" of anybody.

    "Jo Roe has cut the tax. The chancellor also ...": whoever is called so from then on is Jo Roe.
    """
    if phrase.determiner != "the" or phrase.modifiers or phrase.tail or phrase.owner or not is_office(phrase):
        return None
    words = columns(doc).lower
    first = next((i for i in range(phrase.end) if words[i] == phrase.noun), 0)  # "the PM" has no such noun
    if first == 0 or words[first - 1] != "the" or not doc[first - 1].is_sent_start:
        return None
    people = [r for r in cast.referents if r.named and r.type == "Person" and r.before(first)]
    last = people[0].before(first) if len(people) == 1 and not people[0].nouns() else None
    acts = last is not None and last.subject and not doc[last.start : last.end].root.dep_.endswith("pass")
    return people[0] if last and acts and cast.sentences[first] - last.sentence == 1 else None


def in_full(doc: Doc, phrase: Phrase) -> str:
    """Return "Roe administration" for "the administration" behind it; empty where nothing is called so before.

    "The committee" is the "Rivers repair committee" of before where no other committee has been told of.
    """
    if phrase.determiner != "the" or phrase.description not in CALLED_AFTER | INSTITUTIONS:
        return ""
    words = columns(doc).lower
    heads = (i for i in range(phrase.start - 1, 0, -1) if words[i] == phrase.head)
    forms = list(dict.fromkeys(form for i in heads if (form := _called_in_full(doc, i))))
    return forms[0] if len(forms) == 1 or (forms and phrase.head in CALLED_AFTER) else ""


def _called_in_full(doc: Doc, head: int) -> str:
    """Return a noun with the name in front of it and what stands between them; empty where no name does."""
    start = head
    while start and head - start < LONGEST and doc[start - 1].tag_ in IN_FRONT and doc[start - 1].text not in '"“”‘':
        start -= 1
    named = (i for i in range(start, head) if doc[i].text[:1].isupper() and not doc[i].is_sent_start)
    first = next(named, head)
    behind = doc[head + 1] if head + 1 < len(doc) else None
    whole = behind is None or not behind.tag_.startswith(("NN", "POS", "HYPH"))  # "the [committee] chairman"
    return doc[first : head + 1].text if first < head and whole else ""


def _ends_so(role: Sequence[str], wanted: Sequence[str]) -> bool:
    before = role[: -len(wanted)]
    return role[-len(wanted) :] == wanted and PREPOSITIONS.isdisjoint(before)
