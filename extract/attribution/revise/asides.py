"""Contents that go on around an aside.

* "[The navy], the Gull says, [has left]", "[Last year], the Gull says, [it left]": who speaks stands in between.
* "said the price of the boats — two are new — [had doubled]", "said it would sail from Mora, an old port, [in May]":
  the aside is in what is said.
* "[In some cases,] the guards reportedly [fled]", "[When it rains,] it leaks, Roe says": so is what opens its
  sentence and tells when or where it holds.
"""

from __future__ import annotations

from spacy.tokens import Span, Token

from whosays.extract.attribution.attribution import Hop
from whosays.extract.attribution.revise.relatives import SUBJECTS
from whosays.extract.lexicon import word_class, word_set
from whosays.extract.syntax import is_finite, is_finite_verb, sentence_of, trimmed

DASHES = frozenset(("-", "–", "—", "--"))
RELATIVES = word_set("who that which whose")
OPENING = frozenset(("ADP", "CCONJ", "SCONJ"))
SETTING = word_class("setting_out")  # "in some cases", "when it rains"; "despite" and "although" may be the writer's
LINKING = word_class("linking")  # "in the meantime", "at the same time"
ADVERBIAL = ("obl", "advcl")
LONGEST_ASIDE = 25  # tokens of a cue and its source, or of an apposition


def over_aside(span: Span, hop: Hop) -> Span | None:
    """Return a content before an aside up to the end of what goes on: "on the ferry — an old one — [by May]"."""
    doc, end, limit = span.doc, span.end, sentence_of(span[-1]).end
    if span.start < hop.cue[-1].end or end + 2 >= limit:
        return None
    behind = _behind_aside(doc[end:limit])
    if behind is None or behind.pos_ == "CCONJ" or behind.is_quote:
        return None
    head = behind
    while head.head.i >= behind.i and head.head != head:
        head = head.head
    torn = span.start <= head.head.i < end or (is_finite_verb(behind) and not any(map(is_finite_verb, span)))
    return trimmed(doc, span.start, min(head.right_edge.i + 1, limit)) if torn else None


def _behind_aside(rest: Span) -> Token | None:
    """Return what stands behind an aside that begins right behind a content, between dashes or as an apposition."""
    near = rest[1:LONGEST_ASIDE]
    noun = next((token for token in near if token.dep_ == "appos" and token.head.i < rest.start), None)
    if rest[0].text in DASHES:
        closing = next((token for token in near[1:] if token.text in DASHES), None)
    elif noun is not None and rest[0].text == "," and noun.left_edge.i <= rest.start + 1:
        closing = next((token for token in near if token.i >= noun.right_edge.i and token.text == ","), None)
    else:
        return None
    return closing.nbor() if closing is not None and closing.i + 1 < rest.end else None


def behind_parenthesis(hop: Hop) -> Span | None:
    """Return the clause behind a parenthesis before which there is none: "[Last year], the Gull says, [it left]"."""
    aside, doc = _parenthesis(hop), hop.content[0].doc
    if aside is None or len(hop.content) != 1 or not 0 <= aside[0] - hop.content[0].end <= 1:
        return None
    before, sentence, verb = hop.content[0], sentence_of(hop.cue[0][0]), hop.cue[0].root
    rest = trimmed(doc, aside[1], sentence.end)
    if rest is None or before.start < sentence.start or any(map(is_finite_verb, before)):
        return None
    clause = rest.root
    goes_on = clause.is_ancestor(before.root) or (clause.head == verb and clause.dep_ == "ccomp")
    plain = rest[0].pos_ not in OPENING and (is_finite_verb(rest[0]) or not any(token.is_quote for token in before))
    return rest if goes_on and plain and is_finite(clause) else None


def before_parenthesis(hop: Hop) -> Span | None:
    """Return the subject before a parenthesis of the verb that opens a content: "[The navy], Roe says, has left"."""
    aside, behind, doc = _parenthesis(hop), hop.content[0], hop.content[0].doc
    if aside is None or len(hop.content) != 1 or not 0 <= behind.start - aside[1] <= 1:
        return None
    verb = behind[0]
    head = verb.head if verb.dep_ in ("aux", "aux:pass", "cop") else verb
    subject = next((child for child in head.children if child.dep_ in SUBJECTS and child.i < aside[0]), None)
    if subject is None or not is_finite_verb(verb):
        return None
    start = subject.left_edge.i
    if subject.lower_ in RELATIVES and head.dep_.startswith("acl"):
        start = head.head.left_edge.i
    return trimmed(doc, start, aside[0])


def _parenthesis(hop: Hop) -> tuple[int, int] | None:
    """Return where ", the Gull says," begins and ends, commas left out, in a sentence that goes on behind it."""
    if hop.source is None or len(hop.cue) != 1:
        return None
    doc, spans = hop.cue[0].doc, (hop.cue[0], hop.source)
    start, end = min(span.start for span in spans), max(span.end for span in spans)
    sentence = sentence_of(hop.cue[0][0])
    inside = sentence.start < start - 1 and end + 1 < sentence.end
    marked = inside and doc[start - 1].text == doc[end].text == ","
    return (start, end) if marked and end - start <= LONGEST_ASIDE else None


def from_opening(hop: Hop) -> Span | None:
    """Return the first content, ahead of its cue, from the phrase on that opens its sentence and depends on its verb.

    What depends on the cue tells when it is said: "For decades the canal was seen as safe".
    """
    first, doc = hop.content[0], hop.cue[0].doc
    opening = trimmed(doc, sentence_of(first[0]).start, first.start)
    voice = [hop.cue[0], *([hop.source] if hop.source is not None else [])]
    if opening is None or any(span.start < first.end for span in voice) or any(token.is_quote for token in opening):
        return None
    head, verb = opening.root, opening.root.head
    own = any(child.dep_ in SUBJECTS and first.start <= child.i < first.end for child in verb.lefts)
    sets = opening[0].lower_ in SETTING and head.dep_.startswith(ADVERBIAL)
    sets = sets or (head.dep_ == "obl:unmarked" and opening[0].pos_ != "CCONJ")
    links = any(token.lemma_.lower() in LINKING for token in (head, *head.lefts))
    said = any(verb in span for span in hop.cue)
    return doc[opening.start : first.end] if own and sets and not links and not said else None
