"""Who holds a role with somebody: "Jo Roe, Mr Lund's lawyer", "his lawyer, Jo Roe", for "Lund's attorney" elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from whosays.extract.coreference.name_clusters import Cast
from whosays.extract.coreference.naming.bodies import ARTICLES
from whosays.extract.coreference.naming.offices import is_possessive
from whosays.extract.coreference.naming.spans import Mention
from whosays.extract.coreference.noun_phrase import PERSONAL, POSSESSIVE_PRONOUNS, Phrase
from whosays.extract.coreference.referent import Referent
from whosays.extract.lexicon import fold, kinds, role_phrases, senses, singular, titles, word_class, words_of

LONGEST = 5  # words of a role
OVER = word_class("no_longer_held")
Meant = Callable[[Token], Referent | None]


@dataclass(frozen=True, slots=True)
class Held:
    """A role that somebody named holds with an owner: the words of the role, and the token that tells the owner."""

    holder: Referent
    role: tuple[str, ...]
    owner: Mention | Token


def held_roles(doc: Doc, cast: Cast) -> list[Held]:
    """Return the roles that the article's people are told to hold with others, in text order."""
    ends = {mention.end: mention for mention in cast.by_mention if mention.type != "Place"}
    starts = {mention.start: mention for mention in cast.by_mention if mention.type != "Place"}
    people = sorted((m for m in cast.by_mention if m.type == "Person"), key=lambda m: m.start)
    return [
        Held(cast.by_mention[person], role, owner)
        for person in people
        for role, owner in (*_before(doc, person, ends), *_after(doc, person, starts, ends))
        if not isinstance(owner, Mention) or cast.by_mention[owner] is not cast.by_mention[person]
    ]


def _before(doc: Doc, person: Mention, ends: dict[int, Mention]) -> Iterator[tuple[tuple[str, ...], Mention | Token]]:
    """Yield the role in "Mr Lund's lawyer, Jo Roe" and "his lawyer Jo Roe"."""
    end = person.start
    while end and (fold(doc[end - 1].text) in titles() or doc[end - 1].text in (".", ",")):
        end -= 1
    apposed = any(token.text == "," for token in doc[end : person.start])
    closed = not apposed or person.end >= len(doc) or not doc[person.end].is_alpha
    for start in range(end - 1, max(0, end - LONGEST) - 1, -1):
        if not doc[start].is_alpha and doc[start].text != "-" and not is_possessive(doc[start]):
            return
        if owner := _owner(doc, start, ends):
            if closed and _is_role(doc, start + 1, end):
                yield _words(doc, start + 1, end), owner
            return
        before = ends.get(start)  # "Lund lawyer Jo Roe"
        if before and before.type == "Person" and not apposed and closed and _is_role(doc, start, end):
            yield _words(doc, start, end), before
            return


def _after(
    doc: Doc, person: Mention, starts: dict[int, Mention], ends: dict[int, Mention]
) -> Iterator[tuple[tuple[str, ...], Mention | Token]]:
    """Yield the role in "Jo Roe, Mr Lund's lawyer," and "Jo Roe, a lawyer for Mr Lund,"."""
    if person.end + 1 >= len(doc) or doc[person.end].text not in (",", "(", "–", "—"):
        return
    first = person.end + 1
    stop = next((i for i in range(first, min(len(doc), first + 12)) if doc[i].text in ",;()–—:"), None)
    stop = stop if stop is not None else min(len(doc), first + 12)
    for at in range(first, stop):
        if (owner := _owner(doc, at, ends)) and _owns_from(doc, first, at, owner):
            end = next((i for i in range(at + 1, stop) if not doc[i].is_alpha and doc[i].text != "-"), stop)
            if end < len(doc) and _is_role(doc, at + 1, end):
                yield _words(doc, at + 1, end), owner
            return
    begin = first + (doc[first].lower_ in ("a", "an", "the"))
    joint = next((i for i in range(begin, stop) if doc[i].lower_ in ("for", "of", "to")), None)
    if joint is None or joint + 1 >= len(doc) or not _is_role(doc, begin, joint):
        return
    behind = joint + 1
    while behind < stop and (fold(doc[behind].text) in titles() or doc[behind].text in (".", "the")):
        behind += 1
    if behind in starts and (starts[behind].end >= len(doc) or not is_possessive(doc[starts[behind].end])):
        yield _words(doc, begin, joint), starts[behind]


def _owns_from(doc: Doc, first: int, at: int, owner: Mention | Token) -> bool:
    """Tell whether nothing but titles stands before an owner: "Mr Lund's lawyer", not "who met Lund's lawyer"."""
    start = owner.start if isinstance(owner, Mention) else at
    return all(fold(doc[i].text) in titles() or doc[i].text in (".", "the") for i in range(first, start))


def _owner(doc: Doc, at: int, ends: dict[int, Mention]) -> Mention | Token | None:
    """Return who owns what stands behind a token: the name before its "'s", or "his" itself."""
    if is_possessive(doc[at]):
        return ends.get(at) or ends.get(at + 1)
    return doc[at] if doc[at].lower_ in POSSESSIVE_PRONOUNS and PERSONAL.get(doc[at].lower_) in ("m", "f") else None


def _is_role(doc: Doc, start: int, end: int) -> bool:
    """Tell whether tokens are one role of one person now: "defence lawyer", neither "lawyers" nor "former lawyer"."""
    if not 0 < end - start <= LONGEST:
        return False
    last = doc[end - 1]
    words = _words(doc, start, end)
    whole = " ".join(words)
    noun = role_phrases(whole)[-1:]
    return (
        bool(noun)
        and whole.endswith(noun[0])
        and "person" in kinds(noun[0])
        and singular(last.lower_) == last.lower_
        and not OVER & set(words)
    )


def _words(doc: Doc, start: int, end: int) -> tuple[str, ...]:
    return tuple(token.lower_ for token in doc[start:end] if token.is_alpha and token.lower_ not in ARTICLES)


def holder(phrase: Phrase, owner: Referent, held: list[Held], meant: Meant, cast: Cast) -> Referent | None:
    """Return the only one who is told to hold the role of "Lund's lawyer" with this very owner."""
    asked = set(words_of(" ".join(phrase.modifiers)))
    if phrase.plural or phrase.tail or "person" not in kinds(phrase.head) or asked & OVER:
        return None
    found = {
        id(one.holder): one.holder
        for one in held
        if asked <= set(one.role) and _same_noun(phrase.head, one.role) and _owned(one, meant, cast) is owner
    }
    return next(iter(found.values())) if len(found) == 1 else None


def may_be_held(phrase: Phrase, held: list[Held]) -> bool:
    """Tell whether anybody at all is told to hold such a role with somebody."""
    return bool(phrase.owner) and any(_same_noun(phrase.head, one.role) for one in held)


def _same_noun(noun: str, role: tuple[str, ...]) -> bool:
    wanted = {sense.canonical for sense in senses(noun)}
    return any(sense.canonical in wanted for sense in senses(role_phrases(" ".join(role))[-1]))


def _owned(one: Held, meant: Meant, cast: Cast) -> Referent | None:
    return cast.by_mention[one.owner] if isinstance(one.owner, Mention) else meant(one.owner)


def titled_owner(cast: Cast, phrase: Phrase) -> Referent | None:
    """Return Jo Roe of "Prime Minister Jo Roe's office", a body that is called by the name without the title."""
    if phrase.owner is None or kinds(phrase.head) != {"organisation"}:
        return None
    last = phrase.owner[1] - 1
    owners = (r for m, r in cast.by_mention.items() if m.type == "Person" and phrase.owner[0] < m.start < m.end == last)
    return next(owners, None)
