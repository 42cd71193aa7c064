"""Contents that say nothing without the verb that leads to them: "condemned [the raid]", "accused [Lund of lying]"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from spacy.tokens import Doc, Span, Token

from whosays.extract.lexicon import verb_class, word_class
from whosays.extract.syntax.clauses import FINITE, is_passive

_ASKING: Final = word_class("question_words")
_BESIDE: Final = frozenset(["acl", "acl:relcl", "advcl"])
_SAYING: Final = verb_class("saying") | verb_class("said_aloud") | frozenset(["accord"])
_VERBS_AND_NOUNS: Final = ("VERB", "NOUN")
_BY: Final = frozenset(["by"])
BETWEEN: Final = " … "


def in_full(cue: Sequence[Span], content: Sequence[Span]) -> str:
    """Return the words of a content with those of its cue, where they are no clause and stand right beside it.

    "The mayor [has condemned] [the raid]" gives "condemned the raid", "[The raid] [was condemned by] the mayor" "The
    raid was condemned".  What is a clause, or a quotation that somebody "said", needs none.
    """
    if len(cue) != 1 or not content or _is_clause(content[0]):
        return ""
    doc, verb, first = cue[0].doc, cue[0].root, content[0]
    if verb.pos_ not in _VERBS_AND_NOUNS or (verb.lemma_.lower() in _SAYING and _is_quoted(first)):
        return ""
    if _is_next(doc, cue[0].end, first.start):
        words = doc[_without_perfect(cue[0]) : first.end].text
    elif _is_next(doc, first.end, cue[0].start) and is_passive(verb) and len(content) == 1:
        words = doc[first.start : cue[0].end - (cue[0][-1].lower_ in _BY)].text
    else:
        return ""
    return BETWEEN.join(" ".join(part.split()) for part in (words, *(span.text for span in content[1:])))


def _is_next(doc: Doc, end: int, start: int) -> bool:
    """Tell whether nothing but an opening mark stands between two places."""
    return end <= start and all(token.is_space or token.is_quote for token in doc[end:start])


def _is_quoted(span: Span) -> bool:
    return span[0].is_quote or (span.start > 0 and span.doc[span.start - 1].is_quote)


def _without_perfect(cue: Span) -> int:
    """Return where "condemned" of "has condemned" begins; "has been urging" is no verb without its helper."""
    helped = len(cue) > 1 and cue[0].lemma_.lower() == "have" and cue[0].pos_ == "AUX"
    return cue.start + (helped and cue[1].lower_ not in ("been", "not", "n't", "n’t"))


def _is_clause(span: Span) -> bool:
    """Tell whether words say something by themselves, not in a clause on one of their nouns alone."""
    opened = span[0].lower_ in _ASKING or (span[0].lower_ == "that" and span[0].tag_ != "DT")
    return opened or any(_is_finite(token) and not _is_beside(token, span) for token in span)


def _is_finite(token: Token) -> bool:
    return token.tag_ in FINITE and token.pos_ in ("VERB", "AUX")


def _is_beside(token: Token, span: Span) -> bool:
    """Tell the "killed" of "a raid that killed ten"."""
    while span.start <= token.head.i < span.end and token.head != token:
        if token.dep_ in _BESIDE:
            return True
        token = token.head
    return False
