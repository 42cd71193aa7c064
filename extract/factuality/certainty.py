"""Hedges: the words by which a voice holds back ("is expected to", "may", "reportedly"), and how much they take.

Only hedges of a content's main clause count: in "the soldiers who may have fled were caught" nothing is held back.
With a parse the clause is known; without one a hedge must stand before the first subordinate clause.  A content of
several sentences is not weakened by one of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Doc, Span, Token

from whosays.extract.lexicon import HedgeWord, hedge_words, word_class
from whosays.extract.pipeline import is_parsed
from whosays.extract.records import Certainty
from whosays.extract.records import Span as Characters

Hedge = tuple[Certainty, Characters]
# How far each certainty is from a plain assertion; of several the farthest holds.
_WEAKNESS: dict[Certainty, int] = {
    "certain": 0,
    "expected": 1,
    "probable": 2,
    "possible": 3,
    "unspecified": 4,
    "alleged": 5,
}
BE = word_class("forms_of_be")
_RELATIVE = frozenset(("who", "whom", "whose", "which", "that", "where"))
_SUBORDINATORS = _RELATIVE | word_class("subordinators")
_MODAL_NEIGHBOURS = word_class("beside_modals")
_MAIN_LINKS = frozenset(("advmod", "aux", "aux:pass", "cop", "xcomp", "conj"))
_SENTENCE_END = frozenset((".", "?", "!"))
_AFTER_SEEMING = frozenset(("to", "that", "as", "likely", "unlikely"))
_SELF = frozenset(("i", "we"))
_ASIDE = 5  # tokens at either end of a content where "I think" speaks of all of it
_ABLE = word_class("able")
_LEADING_TO = word_class("leading_to")


def weakest(certainties: Iterable[Certainty]) -> Certainty:
    """Return the certainty that is farthest from a plain assertion; plain where there is none."""
    return max(certainties, key=_WEAKNESS.__getitem__, default="certain")


def has_sentences(content: Sequence[Span]) -> bool:
    """Tell whether a content goes on after the end of a sentence."""
    tokens = [token for span in content for token in span]
    ends = [number for number, token in enumerate(tokens) if token.text in _SENTENCE_END]
    return bool(ends) and any(token.is_alpha for token in tokens[ends[0] + 1 :])


def content_hedges(doc: Doc, content: Sequence[Span]) -> list[Hedge]:
    """Return the hedges of the main clause that a content says, with their characters in the Doc."""
    tokens = [token for span in content for token in span if not token.is_space]
    if not tokens or has_sentences(content):
        return []
    clause = _main_clause(tokens) if is_parsed(doc) else _before_subordinate(tokens)
    beside = [token for token in (*tokens[:_ASIDE], *tokens[-_ASIDE:]) if _is_own(token)]
    return list(hedges_among(sorted({*clause, *beside}, key=lambda token: token.i), tokens))


def hedges_among(candidates: Iterable[Token], around: Sequence[Token]) -> Iterator[Hedge]:
    """Yield the hedges among some tokens; ``around`` are those that may stand beside them."""
    known = {token.i for token in around}
    for token in candidates:
        for word in hedge_words(token):
            start = _start(token, word, known)
            if start is not None:
                yield word.certainty, (token.doc[start].idx, token.idx + len(token))
                break


def _main_clause(tokens: Sequence[Token]) -> list[Token]:
    inside = {token.i for token in tokens}
    roots = [token for token in tokens if token.head.i not in inside or token.head.i == token.i]
    verbal = [token for token in roots if token.pos_ in ("VERB", "AUX", "ADJ", "NOUN", "PRON", "NUM")]
    if not verbal:
        return _before_subordinate(tokens)
    told = [token for token in verbal if token.pos_ in ("VERB", "AUX", "ADJ")]
    root = next((token for token in told if not _depends(token, tokens[0])), (told or verbal)[0])
    return [token for token in tokens if token.i == root.i or _hangs_on(token, root)]


def _depends(verb: Token, first: Token) -> bool:
    """Tell the verb of a clause that "that" or "until" opens further on: "after proof that it [could] be hit, ..."."""
    return any(child.dep_ == "mark" and child.lower_ != "to" and child.i > first.i + 1 for child in verb.children)


def _hangs_on(token: Token, root: Token) -> bool:
    """Tell whether a token is part of the clause that a root makes: by a link or, through "to" verbs, by two."""
    for _ in range(2):
        if token.dep_ not in _MAIN_LINKS:
            return False
        if token.head.i == root.i:
            return True
        token = token.head
    return False


def _before_subordinate(tokens: Sequence[Token]) -> list[Token]:
    """Return the tokens up to the first subordinator, one at the very beginning aside."""
    cut = (number for number, token in enumerate(tokens) if number > 1 and token.lower_ in _SUBORDINATORS)
    return list(tokens[: next(cut, len(tokens))])


def _is_own(token: Token) -> bool:
    """Tell "I think": said of oneself, before or behind all that one thinks."""
    return any(word.kind == "own" for word in hedge_words(token))


def _start(token: Token, word: HedgeWord, around: set[int]) -> int | None:
    """Return where a hedge begins, or ``None`` where the token is none here."""
    after = token.nbor() if token.i + 1 < len(token.doc) else None
    match word.kind:
        case "modal":
            start = token.i if _is_modal(token, after) else None
        case "passive":
            start = _be_before(token, around) if after is not None and after.lower_ in ("to", "that", "as") else None
        case "verb":
            start = token.i if after is not None and after.lower_ in _AFTER_SEEMING else None
        case "predicate":
            start = None if _is_ruled_out(token, word) else _be_before(token, around)
        case "own":
            start = _self_before(token, after, around)
        case "open":
            start = _not_before(token, after)
        case "forecast":
            start = token.i if _foretells(token) else None
        case _:
            start = token.i
    return start


def _is_modal(token: Token, after: Token | None) -> bool:
    """Tell "may" from "May", and the "could" of doubt from that of failing ability ("could not sleep")."""
    if after is None or (not after.is_alpha and after.lower_ not in _MODAL_NEIGHBOURS):
        return False
    if token.lower_ == "could" and after.lower_ in _ABLE:
        return False
    return token.is_lower or token.tag_ == "MD" or (token.is_sent_start is True and after.is_lower)


def _foretells(will: Token) -> bool:
    """Tell "the water will keep rising" from a promise ("we will rise early") and from a plan ("it will open").

    What "will be leaving" or "will be able to return" is planned, too.
    """
    before = will.nbor(-1).lower_ if will.i else ""
    following = [token for token in will.doc[will.i + 1 : will.i + 5] if token.tag_ != "RB"][:3]
    verb = next((token for token in following if token.lower_ not in _LEADING_TO), None)
    foretold = before not in _SELF and verb is not None and verb.lower_ in word_class("foretold")
    return foretold and not (verb is not None and verb.lower_ == "be" and _is_arranged(verb))


def _is_arranged(be: Token) -> bool:
    """Tell the "be" of "be leaving" and "be able" from that of "be higher", "be flooded" and "be a catastrophe"."""
    rest = (token for token in be.doc[be.i + 1 : be.i + 4] if token.tag_ not in ("RB", "RBR"))
    behind = next(rest, None)
    return behind is not None and (behind.tag_ == "VBG" or behind.lower_ in ("able", "allowed"))


def _self_before(token: Token, after: Token | None, around: set[int]) -> int | None:
    """Return where "I" or "we" stands right before a verb, an adverb between them at most."""
    if after is not None and after.lower_ in ("in", "of", "about"):
        return None
    window = [at for at in (token.i - 1, token.i - 2) if at in around]
    near = next((at for at in window if token.doc[at].lower_ in _SELF), None)
    between = token.doc[near + 1 : token.i] if near is not None else ()
    return near if all(word.lower_.endswith(("ly", "also", "still", "do")) for word in between) else None


def _not_before(token: Token, after: Token | None) -> int | None:
    """Return where "not rule out" begins."""
    before = token.doc[max(0, token.i - 3) : token.i]
    negation = next((word.i for word in before if word.lower_ in word_class("not_words")), None)
    return negation if after is not None and after.lower_ == "out" else None


def _is_ruled_out(token: Token, word: HedgeWord) -> bool:
    """Tell "is not humanly possible", which holds nothing back, from "is possible"."""
    before = token.doc[max(0, token.i - 3) : token.i]
    negated = any(t.lower_ in word_class("not_words") for t in before)
    return word.certainty == "possible" and negated and not any(t.lower_ in word_class("behind_a_not") for t in before)


def _be_before(token: Token, around: set[int]) -> int | None:
    window = (token.i - back for back in range(1, 5) if token.i - back in around)
    return next((at for at in window if token.doc[at].lower_ in BE), None)
