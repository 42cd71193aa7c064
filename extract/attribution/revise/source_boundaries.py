"""Where a source begins and ends.

* It does not begin with a conjunction or adverb that belongs to the sentence ("However, officials"), nor in the
  paragraph before its own.
* It does not end with the day on which it speaks ("officials this week"), nor with who asked ("a clerk when contacted
  by the Gull").
* A name is never cut; an article has its noun.
* Who "a film of Roe [calling it off]" shows speaks, and so does Roe in a heading "'So sad' - Roe's pain after the
  flood"; an article alone ("The also say") is nobody.
* "[a flood] Korra and Sarn [say] [was caused by a dam]": who stands between a noun and what is said of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc, Span

from whosays.extract.attribution.attribution import Hop
from whosays.extract.attribution.propose.citing import TIMES
from whosays.extract.attribution.revise.relatives import phrase_up_to
from whosays.extract.lexicon import kinds, verb_class, word_class
from whosays.extract.syntax import FINITE, opens_an_amount, overlap, sentence_of, subtree

WHEN = frozenset(["last", "on", "this"])
ARTICLES = frozenset(["det", "nmod:poss"])
HYPHENS = frozenset("-‐‑")
ASKED = (frozenset(["when"]), word_class("asked_for_comment"))
NAMES = frozenset(["Person", "Organization", "Outlet"])
RELATIVES = frozenset(["who", "which", "whose", "whom"])
TITLES = frozenset(["PROPN", "NOUN", "ADJ"])
TELLING = verb_class("saying") | verb_class("thinking")
PICTURES = word_class("pictures") | {"recording"}
SPEAKERS = frozenset(["document", "organisation", "outlet", "people", "person", "unit"])
IN_A_NAME = frozenset(["NNP", "NNPS"])
IN_A_PHRASE = IN_A_NAME | {"CD", "JJ", "NN", "NNS"}
BEFORE_A_PHRASE = frozenset(["DT", "PRP$"])
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


def meant(hop: Hop) -> Hop:
    """Return a hop whose source are the words of who speaks, where those of a thing beside them were taken."""
    source = hop.source
    if source is None:
        return hop
    if not hop.cue:
        return replace(hop, source=_in_a_heading(source) or source)
    if all(token.pos_ in ("DET", "ADV") for token in source) and source[0].dep_ in ("det", "nsubj") and len(source) < 3:
        return replace(hop, source=None) if source[0].tag_ == "DT" and source[0].lower_ in ("a", "an", "the") else hop
    shown = _in_a_picture(source, hop.cue[0]) or _before_an_adjunct(source, hop.cue[0])
    return replace(hop, source=shown) if shown is not None else _in_a_contact_clause(hop)


def _in_a_heading(source: Span) -> Span | None:
    """Return the "Roe" of "'So sad' - Roe's pain after the flood"; who is "Roe's lawyer" speaks himself."""
    noun = source.root
    if noun.pos_ != "NOUN" or kinds(noun.lemma_.lower()) & SPEAKERS:
        return None
    owner = next((child for child in noun.children if child.dep_ == "nmod:poss" and child.pos_ == "PROPN"), None)
    name = subtree(owner) if owner is not None else None
    return name[:-1] if name is not None and len(name) > 1 and name[-1].tag_ == "POS" else name


def _in_a_picture(source: Span, cue: Span) -> Span | None:
    """Return the "Roe" of "a film of a smiling Roe [calling it off]"."""
    of = next((token.i for token in source[:-1] if token.lower_ == "of"), None)
    if of is None or cue.root.tag_ != "VBG" or source.end != cue.start:
        return None
    filmed = source[0 : of - source.start].root.lemma_.lower() in PICTURES if of > source.start else False
    shown = source.doc[of + 1 : source.end]
    person = shown.root.ent_type_ == "Person" or bool(kinds(shown.root.lemma_.lower()) & {"person", "people"})
    return shown if filmed and person else None


def _before_an_adjunct(source: Span, cue: Span) -> Span | None:
    """Return "[Roe's post after the raid] [urged]" whole, where the raid alone was taken."""
    before = source.doc[source.start - 1] if source.start > 1 else None
    if before is None or before.tag_ != "IN" or source.end != cue.start or before.dep_ not in ("case", "mark"):
        return None
    verb, noun = cue.root, source.doc[source.start - 2]
    subjects = [child for child in verb.children if child.dep_ == "nsubj" and child == noun]
    if verb.dep_ == "advcl" and verb.head == noun and noun.pos_ == "NOUN":  # the parser hangs the verb on it
        subjects.append(noun)
    inner = source.root.dep_ in ("nsubj", "obl", "nmod") and source.root.pos_ == "NOUN"
    return source.doc[subjects[0].left_edge.i : source.end] if subjects and inner else None


def _in_a_contact_clause(hop: Hop) -> Hop:
    """Return the hop of "[a flood] [Korra and Sarn] [say] [was caused by a dam]", where somebody else was taken."""
    cue, said = hop.cue[-1], hop.content[0] if len(hop.content) == 1 else None
    if said is None or said.start != cue.end or said[0].tag_ not in FINITE or cue.root.lemma_.lower() not in TELLING:
        return hop
    doc = cue.doc
    start = _phrase_start(doc, cue.start)
    joined = 1 < start < cue.start and doc[start - 1].lower_ == "and"
    first = _phrase_start(doc, start - 1) if joined else start
    noun = doc[first - 1] if 0 < first < cue.start else None
    if not joined or noun is None or first >= start - 1 or noun.pos_ != "NOUN" or noun.is_sent_end:
        return hop
    source, of = doc[first : cue.start], phrase_up_to(noun, first)
    if of is None or overlap(source, [*hop.cue, *hop.content]):
        return hop
    return replace(hop, source=source, content=(of, said))


def _phrase_start(doc: Doc, end: int) -> int:
    """Return where the noun phrase begins that ends before a token; a name begins behind a plain noun."""
    start = end
    while start > 0 and doc[start - 1].tag_ in IN_A_PHRASE:
        if start < end and doc[start].tag_ in IN_A_NAME and doc[start - 1].tag_ not in IN_A_NAME:
            break
        start -= 1
    return start - (0 < start < end and doc[start - 1].tag_ in BEFORE_A_PHRASE)
