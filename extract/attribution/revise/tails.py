"""Words behind a content that are the writer's, and a second verb of the speaker's.

* "“It is theft,” Roe said of [the new law]": what is spoken of behind a quotation is no part of it.
* "said the talks had failed[, without giving details]": what somebody leaves out they do not say.
* "the claim that the dam leaked [is serious]", "those who say that it leaked [are many]": where the cue is part of the
  subject of a clause, that clause is not content.
* "“It fell,” he said, [a line] he often repeats": what describes the words is the writer's.
* "says it has not leaked[, though]": the turn is the writer's, unless the words are quoted.
* "said [at noon that] it leaked", "told [a meeting in Mora that] it leaked": what stands before "that" and hangs on the
  cue tells when and whom, not what.
* "praised [the crew] during a visit", "announced [a ban] last week": so does an occasion or a time behind a noun.
* "withdrew a claim [that it leaked], saying it had held": what stands before a participle that says more is another's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Span, Token

from whosays.extract.attribution.attribution import AttributionSet, Hop
from whosays.extract.attribution.propose.citing import TIMES
from whosays.extract.attribution.reading import Reading
from whosays.extract.lexicon import verb_class, word_class
from whosays.extract.syntax import FINITE, case_of, is_quoted, trimmed

TOPICAL = frozenset(("about", "of"))
SUBJECTS = ("nsubj", "csubj")
AUXILIARY = frozenset(("aux", "aux:pass", "cop"))
WHEN = frozenset(("obl", "obl:unmarked", "advmod", "punct"))
WHOM = frozenset(("obj", "iobj"))
INFORMING = verb_class("informing")
REPORTING = verb_class("reporting") | verb_class("disputing") | {"repeat"}
SAYING = verb_class("saying")
NOUNS = frozenset(("NOUN", "PROPN", "PRON"))
TURNS = frozenset(("though", "however"))
OCCASIONAL = frozenset(("at", "during", "in"))
ANNOUNCING = verb_class("unveiling")
JUDGING = verb_class("proclaiming") | word_class("giving_out_for")
GIVING_OUT = word_class("giving_out_for")
ACTING = frozenset(("act", "know", "name", "see", "serve", "use", "work"))
MEETINGS = word_class("meetings")
REACH = 4  # tokens from a verb to what it leaves out


def cut_tails(_: Reading, found: AttributionSet) -> None:
    """Take out of contents what their speaker does not say."""
    for number, hop in list(found.items()):
        if hop.cue and hop.content:
            content = tuple(
                _up_to_without(_up_to_remark(span)) for span in _behind_participle(hop, _without_topic(hop))
            )
            content = tuple(_up_to_occasion(span, hop.cue[-1]) for span in content)
            found.put(number, replace(hop, content=own_clause(hop.cue, content)))


def own_clause(cue: Sequence[Span], content: Sequence[Span]) -> tuple[Span, ...]:
    """Return contents behind their cue without the words that belong to the clause around them."""
    behind = cue[-1].end
    return tuple(
        _without_turn(_from_that(_up_to_predicate(span, cue[-1].root), cue[-1].root)) if span.start >= behind else span
        for span in content
    )


def _up_to_predicate(span: Span, cue: Token) -> Span:
    """Cut a content behind its cue before the predicate that the cue is part of the subject of."""
    if cue.pos_ == "NOUN" and (judged := _up_to_judgment(span) or _up_to_verdict(span, cue)) is not None:
        return judged
    at = cue
    while at.head != at and not (at.dep_.startswith(SUBJECTS) and at.head.i > span.start):
        at = at.head
    verb = at.head
    own = at.is_ancestor(span[0]) or (at == cue and cue.pos_ == "NOUN")
    if verb == at or at.i > cue.i or not own:
        return span
    end = min([verb.i, *(c.i for c in verb.children if c.i > span.start and c.dep_ in AUXILIARY)])
    return trimmed(span.doc, span.start, end) or span if span.start < end < span.end else span


def _up_to_judgment(span: Span) -> Span | None:
    """Cut the clause of "Roe's claim [that the dam fell] is plausible" before a predicate that nothing in it is of."""
    told = False
    for verb in span[:-1]:
        copula = verb.dep_ == "cop" and verb.tag_ in FINITE
        own = any(c.dep_.startswith((*SUBJECTS, "cc", "expl")) for c in verb.head.children if c.i >= span.start)
        if told and copula and not own and verb.nbor(-1).pos_ in NOUNS:
            return trimmed(span.doc, span.start, verb.i)
        told = told or verb.tag_ in FINITE
    return None


def _up_to_verdict(span: Span, noun: Token) -> Span | None:
    """Cut "dismissed Roe's claim [that it fell] as nonsense" before what somebody else calls the claim."""
    verb = noun.head
    if noun.dep_ != "obj" or verb.i > noun.i or verb.lemma_.lower() not in GIVING_OUT or span.start < noun.i:
        return None
    last = next(
        (token for token in reversed(span[1:]) if token.lower_ == "as" and token.dep_ in ("case", "mark")), None
    )
    if last is None or last.head.head.lemma_.lower() in ACTING or last.nbor().lower_ == "well":
        return None
    return trimmed(span.doc, span.start, last.i)


def _from_that(span: Span, verb: Token) -> Span:
    """Cut what hangs on the cue itself before the "that" of its clause."""
    for that in span[1:]:
        if that.lower_ == "that" and that.dep_ == "mark" and that.head.dep_ == "ccomp" and that.head.head == verb:
            before = span.doc[span.start : that.i]
            own = [token for token in before if token.head == verb]
            apart = WHEN | WHOM if verb.lemma_.lower() in INFORMING else WHEN
            if own and all(token.dep_ in apart for token in own) and all(verb.is_ancestor(token) for token in before):
                return span.doc[that.i : span.end]
    return span


def _without_turn(span: Span) -> Span:
    if len(span) > 1 and span[-1].lower_ in TURNS and span[-1].dep_ == "advmod" and not is_quoted(span):
        return trimmed(span.doc, span.start, span.end - 1) or span
    return span


def _without_topic(hop: Hop) -> tuple[Span, ...]:
    """Return the contents of a hop without what it is about, where a quotation before its cue says it."""
    cue = hop.cue[-1]
    quoted = [span for span in hop.content if span.end <= cue.start and is_quoted(span)]
    if not quoted or cue[-1].lower_ not in TOPICAL:
        return hop.content
    return tuple(span for span in hop.content if span.start != cue.end or is_quoted(span))


def _up_to_occasion(span: Span, cue: Span) -> Span:
    """Cut "during a visit to the port" and "as talks go on" off what is no clause, with all behind it."""
    if span.start < cue.end:
        return span
    for word in span[1:]:
        if word.tag_ in FINITE:
            return span
        start = word.i if word.lower_ == "as" else word.left_edge.i
        marks = sum(token.is_quote for token in span.doc[span.start - 1 : start])
        if span.start < start and marks % 2 == 0 and (_is_when(word, span, cue) or _goes_on(word, cue)):
            return trimmed(span.doc, span.start, start) or span
    return span


def _is_when(noun: Token, span: Span, cue: Span) -> bool:
    """Tell an occasion or a time of the cue; what a verb of the content tells of may be its own."""
    articles = {child.lower_ for child in noun.lefts if child.dep_ in ("det", "nmod:poss")}
    occasion = case_of(noun) in OCCASIONAL and noun.lemma_.lower() in MEETINGS and articles != {"the"}
    last = not any(token.pos_ in ("NOUN", "PROPN", "VERB") for token in span.doc[noun.i + 1 : span.end])
    timed = noun.lower_ in TIMES and cue.root.lemma_ in ANNOUNCING and last
    own = noun.head == cue.root or not (noun.head.pos_ == "VERB" and noun.head in span)
    return own and (occasion or timed)


def _goes_on(mark: Token, cue: Span) -> bool:
    """Tell the "as" of what goes on while somebody praises, blames or announces something."""
    verb = mark.head
    clause = mark.lower_ == "as" and mark.dep_ == "mark" and any(c.dep_ in SUBJECTS for c in verb.children)
    return clause and cue.root.lemma_ in JUDGING and any(token.tag_ in FINITE for token in (verb, *verb.children))


def _behind_participle(hop: Hop, content: tuple[Span, ...]) -> tuple[Span, ...]:
    """Return what is said behind ", saying", which says more than the clause before it, unless that is quoted."""
    verb = hop.cue[0].root
    behind = tuple(span for span in content if span.start >= hop.cue[-1].end)
    more = verb.tag_ == "VBG" and verb.lemma_.lower() in SAYING and verb.i > 0 and verb.nbor(-1).text == ","
    if not more or not behind or any(is_quoted(span) for span in content if span not in behind):
        return content
    return behind


def _up_to_remark(span: Span) -> Span:
    """Cut ", a line" off before "he often repeats"."""
    noun = span[-1]
    verb = next((child for child in noun.children if child.dep_.startswith("acl") and child.i >= span.end), None)
    start = next((child.i for child in noun.lefts if child.dep_ == "det"), span.start)
    remark = verb is not None and verb.lemma_.lower() in REPORTING and span.start < start - 1
    if not remark or not span.doc[start - 1].is_punct:
        return span
    return trimmed(span.doc, span.start, start) or span


def _up_to_without(span: Span) -> Span:
    """Cut ", without giving details" off, behind a comma or a closing mark."""
    for token in span[2:]:
        if token.lower_ == "without" and token.nbor(-1).is_punct and _leaves_out(token):
            return trimmed(span.doc, span.start, token.i) or span
    return span


def _leaves_out(without: Token) -> bool:
    """Tell "without elaborating", "without giving further details"."""
    doc, at = without.doc, without.i + 1
    verb = doc[at] if at < len(doc) else without
    if verb.tag_ != "VBG":
        return False
    left_out = word_class("left_out")
    return verb.lemma_.lower() in left_out or any(t.lemma_.lower() in left_out for t in doc[at + 1 : at + REACH])
