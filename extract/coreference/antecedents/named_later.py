"""Whom news first calls by a role, and names only then: "A lawmaker said ... Jo Roe, the lawmaker, said"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import replace

from whosays.extract.coreference.name_clusters import Cast
from whosays.extract.coreference.naming.spans import Mention
from whosays.extract.coreference.noun_phrase import PERSONAL, PREPOSITIONS, Phrase
from whosays.extract.coreference.referent import ORGANISED, Referent, plain
from whosays.extract.coreference.roles import STRONG, fit, roles_beside
from whosays.extract.lexicon import answers, countries_in, role_phrases, senses, word_class, words_of

DEFINITE = frozenset(("the", "this", "that", "these", "those", "same"))
OF_MANY = word_class("held_by_many")
UNNAMED = word_class("stay_unnamed")
UNKNOWN = word_class("stay_unknown")
LEDE = 6  # sentences in which news names by role whom it names in full later
CLOSING = "\"'”’"  # marks behind the last word of a headline
ENOUGH = 2  # words that a description and a looser role have in common
FARTHEST = 8  # tokens from "the" to a name behind an office
NEXT = 2  # paragraphs behind a role in which the name follows at once


def named_later(cast: Cast, phrase: Phrase, countries: frozenset[str]) -> Referent | None:
    """Return the person whom the first sentences call "a lawmaker" or "the actress" and a later one by name.

    Just one named person may fit, and after "a" only with the very same noun: "an official" stays unnamed.  Of an
    office there is one, so that "the inspector general" may be named at any place, if just so, and "the mayor of the
    village" is one who is told to be mayor of some place.  Headlines leave the article out.
    """
    definite = phrase.determiner in DEFINITE
    bare = not phrase.determiner and not phrase.owner
    if not (definite or bare or phrase.determiner in ("a", "an")) or phrase.plural:
        return None
    if phrase.tail and not (definite and is_office(phrase) and _names_nobody(phrase)):
        return None
    late = cast.sentences[phrase.start] >= LEDE
    if late and not (definite and is_office(phrase) and not phrase.tail):
        return None
    if phrase.determiner in ("a", "an") and phrase.noun in UNKNOWN:
        return None
    wanted = {sense.canonical for sense in senses(phrase.head)}
    people = [r for r in cast.referents if r.named and r.type == "Person"]
    if late:
        later = [r for r in people if any(words_of(role) == plain(phrase.description) for role in r.roles)]
        return later[0] if len(later) == 1 and not later[0].before(phrase.start) else None
    later = [r for r in people if not r.before(phrase.start)]
    fitting = [r for r in later if fit(phrase, r, countries) == STRONG and (definite or wanted & _canonical(r))]
    if phrase.tail:
        fitting = [r for r in fitting if any(wanted & _nouns(role) and " of " in role for role in r.roles)]
    return fitting[0] if len(fitting) == 1 else None


def named_as_foreign(cast: Cast, phrase: Phrase, referent: Referent) -> bool:
    """Tell whether "the prime minister" of an article is not "the Korran Prime Minister, [Jo Roe]", named later.

    So it is for every further "the prime minister", whoever the first one was.
    """
    doc, start, own = cast.doc, referent.occurrences[0].start, plain(phrase.description)
    alike = (other.occurrences[0].start for other in cast.referents if own in other.called and other is not referent)
    first = min([phrase.start, *alike])
    if phrase.determiner != "the" or referent.type != "Person" or start < first:
        return False
    for at in range(start - 1, max(first, start - FARTHEST), -1):
        if doc[at].lower_ == "the":
            return bool(countries_in(doc[at + 1 : start].text))
        if doc[at].is_sent_start:
            break
    return False


def speaks_next(cast: Cast, phrases: Iterable[Phrase], phrase: Phrase) -> Mention | None:
    """Return the name that speaks next, if the article names it first there; the same words again are nobody else.

    Nor is "he" who speaks in between, but behind "he" no Ida is named for whom spoke.  ``phrases`` are those that
    speak, in text order.
    """
    own, between = plain(phrase.description), set[str]()
    for other in phrases:
        if other.start < phrase.end or plain(other.description) == own:
            continue
        if other.kind == "pronoun":
            between |= {PERSONAL[other.pronoun]} & {"m", "f"}
            continue
        referent = cast.by_mention[other.name] if other.name else None
        first = bool(other.name and referent and _first_told(cast, referent) == other.name.start)
        return other.name if first and referent and between <= {referent.gender} else None
    return None


def named_next(cast: Cast, phrase: Phrase, following: Mention | None) -> Referent | None:
    """Return who speaks next, and is named there for the first time, for a role that has just spoken without a name.

    Either that name has the role too: "A harbour chief said ... "It was late," Interim Harbour Chief Jo Roe said."; of
    what many are, more must agree.  Or nothing at all tells who it is, as has just been told: "A neighbour said it was
    loud. "I woke up," Jo Roe said."  Who is to stay unnamed, or speaks for others, is somebody else then.
    """
    referent = cast.by_mention[following] if following else None
    if phrase.determiner in ("a", "an") and phrase.noun in UNKNOWN:
        return None
    if following is None or referent is None or not _may_be_named_next(cast, phrase, referent):
        return None
    own = set(words_of(phrase.description)) - SMALL - {phrase.noun}
    shared = {role: len(own & set(words_of(role))) for role in referent.roles if _has_noun(phrase, role)}
    told = bool(shared) and (any(shared.values()) or is_office(phrase))
    loosely = any(len(own & set(words_of(role))) >= ENOUGH and _leads_too(phrase, role) for role in referent.roles)
    beside = {role for role, _ in roles_beside(cast.doc, following)}
    left_open = not beside or (not own and bool(beside & set(shared)))
    return referent if told or loosely or (left_open and _is_brought_in(cast, phrase, following)) else None


def body_named_next(cast: Cast, phrase: Phrase, countries: frozenset[str]) -> Referent | None:
    """Return the only body named first right behind a description in whose name all of it is told.

    "A pilots' group" is the Harbour Pilots' Association of the next paragraph.
    """
    told = set(words_of(" ".join(phrase.modifiers)))
    new = phrase.determiner in ("a", "an") and not phrase.plural and not phrase.tail
    if not new or not told or "organisation" not in _kinds_of(phrase):
        return None
    here = cast.paragraphs[phrase.start]
    found = [
        r
        for r in cast.referents
        if r.named and r.type in ORGANISED and not r.before(phrase.end) and fit(phrase, r, countries)
        if cast.paragraphs[r.occurrences[0].start] - here <= NEXT
        if any(told < set(words_of(name)) for name in r.names)
    ]
    return found[0] if len(found) == 1 else None


def body_speaks_next(cast: Cast, phrase: Phrase, following: Mention | None) -> Referent | None:
    """Return the body that speaks next, and is named there for the first time, for one that has just spoken unnamed.

    "Sales rose, a research firm said. Orbex Inc. said ...": no word tells another sort of body, and none whose it is.
    """
    referent = cast.by_mention[following] if following else None
    if following is None or referent is None or referent.type not in ORGANISED or phrase.determiner not in ("a", "an"):
        return None
    if phrase.plural or phrase.tail or phrase.owner or "organisation" not in _kinds_of(phrase):
        return None
    apart = cast.sentences[following.start] - cast.sentences[phrase.start]
    sort = fit(replace(phrase, modifiers=()), referent, frozenset()) and not (
        countries_in(" ".join(phrase.modifiers)) - referent.countries
    )
    named_beside = following.start > 0 and cast.doc[following.start - 1].lower_ in (",", "(")
    return referent if sort and 0 < apart <= NEXT and not named_beside else None


def _has_noun(phrase: Phrase, role: str) -> bool:
    """Tell whether a role is, or may be taken up as, what a description says: "expert" of a commentator."""
    return _head(role) == phrase.noun or any(answers(phrase.head, noun) for noun in role_phrases(role))


def _leads_too(phrase: Phrase, role: str) -> bool:
    """Tell whether "a leader of the farmers' union" may be its director, who is a chief, who is a leader."""
    also = {word for noun in role_phrases(role) for sense in senses(noun) for word in sense.also}
    return any(answers(phrase.head, word) for word in also)


def _may_be_named_next(cast: Cast, phrase: Phrase, referent: Referent) -> bool:
    """Tell whether somebody is named behind a description of one person, and not before."""
    first = _first_told(cast, referent)
    if phrase.plural or not referent.named or referent.type != "Person" or "person" not in _kinds_of(phrase):
        return False
    genders = {sense.gender for sense in senses(phrase.head)} - {None}
    other = bool(genders and referent.gender) and referent.gender not in genders
    return not other and first >= phrase.end and cast.paragraphs[first] - cast.paragraphs[phrase.start] <= NEXT


def _is_brought_in(cast: Cast, phrase: Phrase, following: Mention) -> bool:
    """Tell whether a description brings in somebody whom news may name next, in full."""
    owned = phrase.owner is not None and not phrase.determiner
    story = cast.sentences[_story(cast)] == cast.sentences[phrase.start]
    new = owned or story or phrase.determiner in ("a", "an") or _opens(cast, phrase)
    return new and following.end - following.start > 1 and phrase.head not in UNNAMED


def _opens(cast: Cast, phrase: Phrase) -> bool:
    """Tell whether a description stands in the first sentence, or in the first one below a headline."""
    number = cast.sentences[phrase.start]
    below = next((i for i in range(phrase.start) if cast.sentences[i + 1] == 1), 0) if number == 1 else 0
    return number == 0 or (number == 1 and _is_headline(cast.doc[: below + 1].text))


def _is_headline(text: str) -> bool:
    return not text.rstrip().endswith((".", "!", "?", "”", '"'))


def _story(cast: Cast) -> int:
    """Return where the story begins, behind a headline if there is one: a first paragraph without a full stop."""
    first = bisect_left(cast.paragraphs, 1) + 1  # behind the break
    if first >= len(cast.paragraphs):
        return 0
    stopped = cast.doc[:first].text.rstrip().rstrip(CLOSING).endswith((".", "!", "?"))
    return 0 if stopped else first


def in_headline(cast: Cast, at: int) -> bool:
    """Tell whether a word stands in the headline, whose few words tell less of somebody than the story does."""
    return at < _story(cast)


def _first_told(cast: Cast, referent: Referent) -> int:
    """Return where a story names somebody first: a headline may have had a part of the name before."""
    story = _story(cast)
    return next((o.start for o in referent.occurrences if o.start >= story), referent.occurrences[0].start)


SMALL = word_class("light_in_offices")


def is_office(phrase: Phrase) -> bool:
    """Tell whether there is one only of what a noun names ("the inspector general", not "the spokesman")."""
    found = senses(phrase.head)
    return phrase.head not in OF_MANY and any(sense.kind == "person" and sense.also for sense in found)


def _head(role: str) -> str:
    """Return the noun of a role: "director" of "budget director of the town"."""
    words = [word.lower() for word in role.split()]
    return words[next((i for i, word in enumerate(words) if i and word in PREPOSITIONS), len(words)) - 1]


def _names_nobody(phrase: Phrase) -> bool:
    return phrase.tail.startswith("of ") and not any(word[:1].isupper() for word in phrase.tail.split())


def _kinds_of(phrase: Phrase) -> set[str]:
    return {sense.kind for sense in senses(phrase.head)}


def _nouns(role: str) -> set[str]:
    return {sense.canonical for noun in role_phrases(role) for sense in senses(noun)}


def _canonical(referent: Referent) -> set[str]:
    return {sense.canonical for noun in referent.nouns() for sense in senses(noun)}
