"""Where a source begins and ends.

* It does not begin with a conjunction or adverb that belongs to the sentence ("However, officials"), nor in the
  paragraph before its own.
* It does not end with the day on which it speaks ("officials this week"), nor with who asked ("a clerk when contacted
  by the Gull").
* A name is never cut; an article has its noun.
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Span

from whosays.extract.attribution.propose.citing import TIMES
from whosays.extract.lexicon import word_class
from whosays.extract.syntax import opens_an_amount, sentence_of

WHEN = frozenset(["last", "on", "this"])
ARTICLES = frozenset(["det", "nmod:poss"])
HYPHENS = frozenset("-‐‑")
ASKED = (frozenset(["when"]), word_class("asked_for_comment"))
NAMES = frozenset(["Person", "Organization", "Outlet"])
RELATIVES = frozenset(["who", "which", "whose", "whom"])
TITLES = frozenset(["PROPN", "NOUN", "ADJ"])
NOT_OF_A_SOURCE = word_class("no_source") | {","}


def whole_source(source: Span, cue: Sequence[Span]) -> Span:
    """Return a source from where it begins to where it ends: its noun and its name, no more."""
    return _whole_name(_with_noun(_trim(source), cue), cue)


def _with_noun(source: Span, cue: Sequence[Span]) -> Span:
    """Return a source that is an article alone ("[The] survey board says") up to its noun."""
    last = source[-1]
    if len(source) > 1 or last.dep_ not in ARTICLES or last.head.i <= last.i or last.head.pos_ not in ("NOUN", "PROPN"):
        return source
    end = last.head.i + 1
    return source if any(source.end <= span.start < end for span in cue) else source.doc[source.start : end]


def _whole_name(source: Span, cue: Sequence[Span]) -> Span:
    """Return a source that begins or ends inside a name with the whole of it, up to its cue, titles included."""
    doc, start, end = source.doc, source.start, source.end
    first = max((span.end for span in cue if span.end <= start), default=0)
    last = min((span.start for span in cue if span.start >= end), default=len(doc))
    while start > first and _joined(doc, start):
        start -= 1
    while end < last and _joined(doc, end):
        end += 1
    if start < source.start:
        while start > max(first, sentence_of(source[0]).start) and doc[start - 1].pos_ in TITLES:
            start -= 1
    return doc[start:end]


def _joined(doc: Doc, at: int) -> bool:
    """Tell whether a cut before a token goes through a hyphenated word or a name."""
    before, after = doc[at - 1], doc[at]
    hyphen = not before.whitespace_ and (after.text in HYPHENS or before.text in HYPHENS)
    return hyphen or (after.ent_iob_ == "I" and after.ent_type_ in NAMES)


def _trim(source: Span) -> Span:
    start, end = max((t.i + 1 for t in source[:-1] if "\n\n" in t.text), default=source.start), source.end
    while start < end - 1 and source.doc[start].lower_ in NOT_OF_A_SOURCE and not opens_an_amount(source.doc[start]):
        start += 1
    start -= start > 0 and source.doc[start - 1].lower_ == "as" and opens_an_amount(source.doc[start - 1])
    bare = next((t for t in reversed(source[1:]) if t.lower_ in RELATIVES or t.pos_ in ("VERB", "AUX")), source[0])
    if bare.lower_ in RELATIVES and bare.i > start and bare.nbor(-1).text == ",":  # ", whose figures"
        end = bare.i
    while end > start + 1 and source.doc[end - 1].lower_ in NOT_OF_A_SOURCE:
        end -= 1
    asked = next((t.i for t in source[1:-1] if t.lower_ in ASKED[0] and t.nbor().lower_ in ASKED[1]), end)
    end = min(end, asked)
    timed = end > start + 2 and source.doc[end - 1].lower_ in TIMES and source.doc[end - 2].lower_ in WHEN
    told = any(token.pos_ in ("VERB", "AUX") for token in source)  # "Roe, who left on Monday"
    return source.doc[start : end - 2 if timed and not told else end]
