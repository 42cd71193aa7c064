"""What each voice of one article holds about who did what: accusations, and denials of them.

"Mira Castellan accused the operator of leaving the gate open", "Zemrian troops started the fire, Lund said", "the
operator denied any involvement".  A denial that does not tell what of is one of what was said last against the denier.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import Final

from whosays.graph.articles import Article, Claim, Hop
from whosays.graph.conflicts.antecedents import completed
from whosays.graph.conflicts.parties import Span, party_at, spoken_for
from whosays.graph.conflicts.side import Holding, Party, Side, begins, stem
from whosays.graph.conflicts.states import STATES, told_states
from whosays.graph.names import plain
from whosays.graph.wording import Token, is_clause, meanings, wording
from whosays.resources import word_classes

_CLASSES: Final = word_classes("graph")
_ACCUSING: Final = _CLASSES["accusing"]
_DENYING: Final = _CLASSES["own_denials"] | _CLASSES["dismissing"]
_DENIED: Final = _CLASSES["what_is_denied"]
_POINTING: Final = frozenset({"this", "that", "it", "doing so", "them"})
_DETERMINERS: Final = _CLASSES["possessives"]
_OWN: Final = _CLASSES["of_ones_own"]
_ONESELF: Final = _CLASSES["of_oneself"]
_LIGHT: Final = _CLASSES["light_acts"]
_ATTACKS: Final = _CLASSES["any_attack"]
_AFFIRMING: Final = frozenset({"asserts", "confirms"})
_SPOKEN: Final = frozenset({"speech", "document"})
_LEAD: Final = "|".join(sorted(_CLASSES["before_a_claim"]))
_CLAIMED: Final = "|".join(sorted(_CLASSES["what_was_alleged"]))
_LATER: Final = "|".join(sorted(_CLASSES["ahead"]))
_BLAMED: Final = "|".join(sorted(_CLASSES["blamed_for"]))
_THAT: Final = re.compile(rf"\b(?:{_CLAIMED})s? (?:{_LEAD}) ", re.IGNORECASE)
_WHOM: Final = re.compile(rf"(?:(?:{_LEAD}) )?(.{{2,70}}?)\s(?:{_BLAMED})\s", re.DOTALL)
_SUBJECT: Final = re.compile(rf"\W*(?:(?:{_LEAD}) )?(\w+)(?:[’']s)?(?:\s+(\w+))?", re.IGNORECASE)
_AHEAD: Final = re.compile(rf"\b(?:{_LATER})(?:\b|n[’']t)|[’']ll\b")
_CLOSED: Final = re.compile(r"[,;:]")
_VERB: Final = re.compile(r"/V/p")
_LONG: Final = 90  # characters of the words for somebody


@dataclass(frozen=True, slots=True)
class _Said:
    """One attribution with its claim, in its article."""

    article: Article
    hop: Hop
    claim: Claim

    @property
    def span(self) -> Span:
        return self.hop.contents[0]

    @property
    def text(self) -> str:
        return self.article.text[slice(*self.span)]

    @property
    def cue(self) -> frozenset[str]:
        words = self.hop.words[len(self.hop.sources) :]
        return frozenset(" ".join(words).lower().split())

    @property
    def voice(self) -> Party:
        """Who says it: the referent, and the state that it speaks for."""
        return Party(frozenset({self.hop.source}), spoken_for(self.article.told.voices.get(self.hop.source, "")))

    def place(self, start: int, end: int) -> Party:
        """Return who is meant by some of the claim's words."""
        at = self.span[0]
        return party_at(self.article.text, (at + start, at + end), self.article.mentions)


def sides(article: Article) -> tuple[Side, ...]:
    """Return what the voices of an article hold about who did what, in text order."""
    claims = {claim.iri: claim for claim in article.told.claims}
    said = [
        _Said(article, hop, claims[hop.claim])
        for hop in article.told.hops
        if hop.claim in claims and hop.contents and hop.kind in _SPOKEN and not hop.source.endswith("#voice")
    ]
    found = sorted(filter(None, map(_side, said)), key=lambda side: (side.span, side.hop))
    states = [side for each in said for side in _telling(each)]
    beings = {side.hop for side in states if side.state is not None and side.state.question in STATES}
    accused = (side for side in completed(found) if side.act and side.whom and side.hop not in beings)
    return (*accused, *states, *_rejected(said))


def _rejected(said: Sequence[_Said]) -> Iterator[Side]:
    """Yield what one voice is told to deny of what another says, both: "rejected the mayor's claim that ..."."""
    by_hop = {each.hop.iri: each for each in said}
    for each in said:
        outer = by_hop.get(each.hop.parent or "")
        if outer is None or outer.hop.stance != "denies" or outer.hop.source == each.hop.source:
            continue
        alleged = _THAT.search(
            outer.text
        )  # "denied claims that the mayor had threatened to go": the mayor claims nothing
        if alleged and each.hop.sources and each.hop.sources[0][0] >= outer.span[0] + alleged.end():
            continue
        if each.hop.stance in _AFFIRMING and not _DENYING.isdisjoint(outer.cue) and is_clause(each.claim.terms):
            yield replace(_made(each, "tells", Party(), ""), meets=outer.hop.iri)
            yield replace(_made(outer, "tells", Party(), ""), meets=outer.hop.iri, text=" ".join(outer.hop.words))


def _telling(said: _Said) -> Iterator[Side]:
    """Yield what somebody says of how somebody was killed, whether he lives, in whose hands a town is."""
    denied = said.hop.stance == "denies" and not _DENYING.isdisjoint(said.cue)
    if denied or (said.hop.stance in _AFFIRMING and said.hop.certainty != "possible"):
        for state in told_states(said.claim, said.voice.state, denied=denied):
            yield replace(_made(said, "tells", Party(), ""), state=state)


def _side(said: _Said) -> Side | None:
    stance, words = said.hop.stance, wording(said.claim.terms)
    if stance == "denies" and not (words.several or _DENYING.isdisjoint(said.cue)):
        return _denial(said)
    if words.several or stance not in _AFFIRMING or said.hop.certainty == "possible":
        return None
    if not _ACCUSING.isdisjoint(said.cue):
        return _accusation(said)
    if words.negated:
        past = (
            is_clause(said.claim.terms)
            and words.flat
            and _denies_what_happens(words.tokens)
            and not _AHEAD.search(said.text)
        )
        return _denial(said) if past else None
    return _charge(said) if is_clause(said.claim.terms) else None


def _denies_what_happens(tokens: Sequence[Token]) -> bool:
    """Tell whether the "not" goes with what is said: "did not fire", "had nothing to do with it"."""
    return any(token.negated and (token.says or token.role == "o") and not token.aside for token in tokens)


def _accusation(said: _Said) -> Side | None:
    """Read "accused the operator of leaving the gate open", "blamed Zemria for the fire"."""
    found = _WHOM.match(said.text + " ")
    if found is None:
        return None
    return _made(said, "accuses", said.place(found.start(1), found.end(1)), found[1])


def _charge(said: _Said) -> Side | None:
    """Read "Zemrian troops started the fire", "the fire broke out after shelling by Zemrian forces"."""
    tokens = wording(said.claim.terms).tokens
    main = [token for token in tokens if token.says and not token.aside]
    if not main or any(token.possible for token in main) or _AHEAD.search(said.text):
        return None
    phrase = _agent(said, tokens) or _doer(said, tokens)
    if phrase is None:
        return None
    start, end = phrase
    return _made(said, "accuses", said.place(start, end), said.text[start:end])


def _agent(said: _Said, tokens: Sequence[Token]) -> Span | None:
    """Return where it is told by whom something was done: "was set by Zemrian forces", "shelling by ..."."""
    at = next((number for number, token in enumerate(tokens) if token.role == "by"), 0)
    done = any(token.passive and token.says and not token.aside for token in tokens[:at])
    if not at or not (done or not _ATTACKS.isdisjoint(meanings(tokens[at - 1]) | {tokens[at - 1].lemma})):
        return None
    return _phrase(said.text, [token.lemma for token in tokens if token.role == "by"], "by ")


def _doer(said: _Said, tokens: Sequence[Token]) -> Span | None:
    """Return where the subject stands, unless something is done to it.

    Of what is "claimed" or "alleged" it may have been read as an object: "claimed a Zemrian ship rammed the ferry".
    """
    if any(token.passive and token.says and not token.aside for token in tokens):
        return None
    own = [token.lemma for token in tokens if token.role == "s" and not token.aside]
    return _phrase(said.text, own or _as_object(said.claim.terms))


def _as_object(terms: str) -> list[str]:
    """Return the object that a claim begins with and that does what the verb right behind it says."""
    found = [term.split("/") for term in terms.split()]
    lead = list(takewhile(lambda term: term[2:3] == ["o"] or term[1:] == ["R"], found))
    verb = found[len(lead) : len(lead) + 1]
    return [term[0] for term in lead if term[2:]] if verb and verb[0][1:3] == ["V", "p"] else []


def _phrase(text: str, lemmas: Sequence[str], lead: str = "") -> Span | None:
    """Return where words of some lemmas stand together, the first of them behind some words that lead to it."""
    if not lemmas:
        return None
    stems = set(map(stem, lemmas))
    begin = text.find(f" {lead}") + 1 if lead else 0
    found = [m.span() for m in re.finditer(r"[\w.]+", text) if m.start() >= begin and begins(m[0], stems)]
    if not found or (lead and begin == 0):
        return None
    start = end = found[0][0]
    for first, last in found:
        if first - end > 5 or _CLOSED.search(text, end, first):
            break
        end = last
    return (start, end) if end > start and end - start <= _LONG else None


def _denial(said: _Said) -> Side | None:
    """Read "denied any involvement in the fire", "denied leaving it open", "denied that its troops started it"."""
    alleged = _THAT.search(said.text)
    if alleged is not None:
        return _clause(said, alleged.end())
    terms = said.claim.terms
    tokens = wording(terms).tokens
    if said.text.strip(" .,").lower() in _POINTING or (tokens and tokens[0].lemma in _DENIED and not _told(tokens)):
        told = " ".join(term for term in terms.split() if term.split("/")[0] not in _DENIED)
        return _made(said, "denies", said.voice, "", told)
    return _clause(said, 0)


def _told(tokens: Sequence[Token]) -> bool:
    """Tell whether something is said of a subject."""
    return any(token.role == "s" and not token.aside for token in tokens)


def _clause(said: _Said, begin: int) -> Side | None:
    """Read what is denied from its first word on: "leaving it open", "it left it open", "Zemria's troops fired"."""
    first = _SUBJECT.match(said.text, begin)
    if first is None:
        return None
    tokens = wording(said.claim.terms).tokens
    word = first[1].lower()
    if word.endswith("ing") and not _told(tokens):
        return _made(said, "denies", said.voice, "")
    if word in _ONESELF | _DETERMINERS:
        return _of_itself(said, first, word)
    if begin == 0 and is_clause(said.claim.terms) and _told(tokens) and _VERB.search(said.claim.terms):
        phrase = _agent(said, tokens) or _doer(said, tokens)
        return _made(said, "denies", said.place(*phrase), said.text[slice(*phrase)]) if phrase else None
    return None


def _of_itself(said: _Said, first: re.Match[str], word: str) -> Side | None:
    """Read what somebody denies of himself, or of his own: "it", "its troops", "the company"."""
    terms = " ".join(term for term in said.claim.terms.split() if term.split("/")[0] not in _DENIED)
    if word not in _ONESELF:
        noun = (first[2] or "").lower()
        return _made(said, "denies", said.voice, noun, terms) if noun in _OWN else None
    meant = said.place(*first.span(1))
    speaker = word in ("we", "i") or not meant.referents or said.hop.source in meant.referents
    return _made(said, "denies", said.voice if speaker else meant, "", terms)


def _made(said: _Said, holding: Holding, whom: Party, called: str, terms: str | None = None) -> Side:
    told = said.article.told
    return Side(
        hop=said.hop.iri,
        claim=said.claim.iri,
        article=said.article.iri,
        day=told.day,
        holding=holding,
        voice=said.voice,
        lines=told.voices.get(said.hop.source, ""),
        whom=whom,
        blames=not _ACCUSING.isdisjoint(said.cue),
        act=_act(said.claim.terms if terms is None else terms, called),
        regions=said.claim.regions,
        span=said.span,
        text=" ".join(said.claim.text.split()),
        denied=said.hop.stance == "denies" or wording(said.claim.terms).negated,
    )


def _act(terms: str, called: str) -> str:
    """Return the terms of what is done: without those of who does it, of doing at all, and of another voice within."""
    words = plain(called).split()
    kept = []
    for term in terms.split():
        lemma, kind = term.split("/")[:2] if "/" in term else (term, "P")
        if kind not in "PR" and lemma not in _LIGHT and not any(begins(word, {stem(lemma)}) for word in words):
            kept.append(term)
    return " ".join(kept)
