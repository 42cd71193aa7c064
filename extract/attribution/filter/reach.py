"""How far reaches what somebody is told to have said: where the writer or an outer voice goes on, it ends.

* "“They [told] us [to go] and we went,” Ada said": what was done then, she tells who quotes the order.
* "instructed them [to wait], following which it opened fire": so does who tells of it.
* "called Lund's claim [that it fell] “a lie”": what the claim is called, they say who call it so.
* "said the plan [called for] [guards], and that nobody came": that was said, not planned.
* "said it fell[, though the cause was not clear]", "[, which comes a week after the fire]", "[, with nine reportedly
  hurt]": the writer's turn, setting and hearsay.
* "said it would move [– something we have not heard before]": where nothing is quoted, "we" is the writer.
"""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Span, Token

from whosays.extract.attribution.attribution import AttributionSet, Hop
from whosays.extract.attribution.reading import Reading
from whosays.extract.lexicon import verb_class, word_class
from whosays.extract.syntax import FINITE, HEARSAY, trimmed

ORDERING = verb_class("ordering") | verb_class("asking")
JUDGING = word_class("giving_out_for")
NAMING = verb_class("naming") | verb_class("labelling")
JOINTS = frozenset(("and", "but"))
THEREUPON = frozenset(("after", "following", "upon"))
DASHES = frozenset(("–", "—", "-", "--"))
CONCEDING = frozenset(("although", "but", "though"))
CLEAR = frozenset(("clear", "known"))
NOT = word_class("not_words")
SETTING = frozenset(("come", "follow"))
BESIDE = frozenset(("after", "ahead", "amid", "as", "before", "days", "hours", "months", "since", "weeks", "years"))
WRITER = frozenset(("i", "we"))
ARTICLES = frozenset(("a", "an", "the"))
REACH = 4  # tokens from "which comes" to "after"


def keep_in_reach(_: Reading, found: AttributionSet) -> None:
    """End each content where what its speaker says ends."""
    for number in list(found):
        hop = found[number]
        if not hop.content or not hop.cue:
            continue
        content = hop.content
        if hop.inside is not None:
            content = _without_joined(_up_to_verdict(hop, found[hop.inside]), hop.cue[-1])
        kept = (*content[:-1], _up_to_writer(_up_to_deed(content[-1], hop.cue[-1]), hop)) if content else ()
        found.put(number, replace(hop, content=kept))
        found.let_out(number, hop.content)
    _drop_doubled(found)


def _drop_doubled(found: AttributionSet) -> None:
    """Drop "[wrote] a letter" beside "that [said] [it fell]": of two that say the same, the nearer one says it."""
    said: dict[object, list[int]] = {}
    for number, hop in found.items():
        if hop.source is not None and hop.cue and hop.content and hop.content[0].start >= hop.cue[-1].end:
            whole = (hop.source.start, hop.inside, tuple((span.start, span.end) for span in hop.content))
            said.setdefault(whole, []).append(number)
    for numbers in said.values():
        nearest = max(numbers, key=lambda n: found[n].cue[-1].end)
        others = [n for n in numbers if n != nearest]
        for inner in [n for n in found if found[n].inside in others]:
            found.put(inner, replace(found[inner], inside=nearest))
        found.drop(others)


def _up_to_deed(span: Span, cue: Span) -> Span:
    """Cut "us [to go] and we went" and "them [to wait], following which it opened fire" to what was asked."""
    if cue.root.lemma_.lower() not in ORDERING or span.start < cue.end:
        return span
    asked = next((t.i for t in span[:-1] if t.lower_ == "to" and t.nbor().tag_ == "VB"), None)
    for word in span[1:-2]:
        if asked is None or word.tag_ in FINITE or (word.i < asked and word.tag_ == "MD"):
            return span
        if word.i > asked and (_tells_then(word, span) or _goes_on_then(word, span)):
            return trimmed(span.doc, span.start, word.i) or span
    return span


def _tells_then(joint: Token, span: Span) -> bool:
    """Tell the "and" of "and we did": a subject and a verb with a tense behind it, and no "would"."""
    subject = joint.nbor()
    told = joint.lower_ in JOINTS and subject.tag_ == "PRP" and subject.dep_ == "nsubj"
    return told and subject.i + 1 < span.end and _in_the_past(subject.nbor(), subject.head)


def _in_the_past(first: Token, verb: Token) -> bool:
    """Tell a clause that tells what was done from one of what would be."""
    told = {token.tag_ for token in (first, verb, *verb.children) if token.i <= verb.i}
    return bool(told & {"VBD", "VBZ", "VBP"}) and "MD" not in told


def _goes_on_then(word: Token, span: Span) -> bool:
    """Tell the "following" of ", following which the army opened fire"."""
    which = word.nbor()
    verbs = [token for token in span.doc[which.i + 1 : span.end] if token.tag_ in FINITE or token.tag_ == "MD"]
    return word.lower_ in THEREUPON and which.lower_ == "which" and bool(verbs) and verbs[0].tag_ == "VBD"


def _up_to_verdict(hop: Hop, outer: Hop) -> tuple[Span, ...]:
    """Return the contents of "Lund's [claim] [that it fell] “a lie”" up to what who tells of the claim calls it."""
    noun, last = hop.cue[-1].root, hop.content[-1]
    verb = outer.cue[-1].root if outer.cue else noun
    behind = verb.i < noun.i < last.start and last.start <= hop.cue[-1].end + 1
    if noun.pos_ != "NOUN" or verb.lemma_.lower() not in JUDGING | NAMING or not behind:
        return hop.content
    start = next((t.i for t in last[1:] if _opens_verdict(t, verb, noun)), None)
    kept = trimmed(last.doc, last.start, start) if start is not None else last
    return (*hop.content[:-1], kept) if kept is not None else hop.content


def _opens_verdict(token: Token, verb: Token, noun: Token) -> bool:
    """Tell the first word of what something is called: "[“a] lie”", "[as] a ploy"."""
    before, after = token.nbor(-1), token.nbor() if token.i + 1 < len(token.doc) else token
    judged = next(
        (c for c in verb.children if c.i > token.i and c.left_edge == token and not noun.is_ancestor(c)), None
    )
    if judged is not None and judged.dep_ in ("ccomp", "obl", "obj", "xcomp") and judged.pos_ in ("ADJ", "NOUN"):
        return token.lower_ == "as" or verb.lemma_.lower() in NAMING
    if verb.lemma_.lower() in NAMING and token.is_quote:
        return before.pos_ in ("NOUN", "PROPN") and (after.lower_ in ARTICLES or after.pos_ == "ADJ")
    return token.lower_ == "as" and after.is_quote and verb.lemma_.lower() in JUDGING


def _without_joined(content: tuple[Span, ...], cue: Span) -> tuple[Span, ...]:
    """Return "[called for] [guards], and that nobody came" without what the voice around it says besides."""
    if not content or cue.root.pos_ != "VERB" or any(token.tag_ in FINITE for token in content[0][:1]):
        return content
    first, *later = content
    for joint in first[1:-1]:
        if joint.tag_ in FINITE or joint.tag_ == "MD" or joint.is_quote:
            return content
        if _joins_clause(joint):
            kept = trimmed(first.doc, first.start, joint.i)
            return (kept,) if kept is not None else content
    if first[0].lower_ == "that" or any(token.tag_ in FINITE for token in first):
        return content
    torn = next((at for at, span in enumerate(later) if _is_joined(span)), len(later))
    return (first, *later[:torn])


def _is_joined(span: Span) -> bool:
    """Tell a part behind ", and that", or one that begins with "that"."""
    that = span.start if span[0].lower_ == "that" else span.start - 1
    return that > 0 and _joins_clause(span.doc[that - 1])


def _joins_clause(joint: Token) -> bool:
    """Tell the "and" of ", and that nobody came"."""
    return joint.lower_ in JOINTS and joint.nbor().lower_ == "that" and joint.nbor().dep_ == "mark"


def _up_to_writer(span: Span, hop: Hop) -> Span:
    """Cut what the writer adds at the end of what is not quoted."""
    if hop.inside is not None or span.start < hop.cue[-1].end:
        return span
    quoted = span.start > 0 and span.doc[span.start - 1].is_quote
    for mark in span[2:-2]:
        quoted ^= mark.nbor(-1).is_quote and mark.nbor(-1).tag_ != "POS"
        if not quoted and _adds(mark, span):
            return trimmed(span.doc, span.start, mark.i) or span
    return span


def _adds(mark: Token, span: Span) -> bool:
    """Tell the mark before what a writer adds, up to the end of a content."""
    if mark.text == ",":
        return _leaves_open(mark.nbor(), span) or _sets(mark.nbor(), span) or _hears(mark.nbor(), span)
    return mark.text in DASHES and bool(mark.nbor(-1).whitespace_) and _speaks_as_we(span.doc[mark.i + 1 : span.end])


def _leaves_open(word: Token, span: Span) -> bool:
    """Tell "though the reason for it was not immediately clear"."""
    rest = span.doc[word.i + 1 : span.end]
    last = rest[-1] if len(rest) else word
    words = {token.lower_ for token in rest}
    open_ = last.lower_ == "unclear" or (last.lower_ in CLEAR and bool(words & NOT))
    return word.lower_ in CONCEDING and open_ and len(words & {"that", "which"}) == 0


def _sets(which: Token, span: Span) -> bool:
    """Tell "which comes two weeks after the fire"."""
    verb = which.nbor()
    near = span.doc[verb.i + 1 : min(span.end, verb.i + 1 + REACH)]
    told = which.lower_ == "which" and verb.lemma_.lower() in SETTING and verb.tag_ in FINITE
    timed = (verb.lemma_.lower() == "follow" and verb.tag_ != "VBD") or any(token.lower_ in BESIDE for token in near)
    return told and timed and "," not in [token.text for token in span.doc[verb.i : span.end]]


def _hears(word: Token, span: Span) -> bool:
    """Tell "with nine people reportedly hurt"."""
    rest = span.doc[word.i + 1 : span.end]
    heard = next((token.i for token in rest if token.lower_ in HEARSAY), None)
    others = (token for token in rest if heard is not None and token.i != heard + 1)
    return word.lower_ == "with" and heard is not None and not any(t.tag_ in FINITE or t.is_quote for t in others)


def _speaks_as_we(aside: Span) -> bool:
    """Tell "something we have not heard before", with no mark of a quotation in it."""
    subject = any(token.lower_ in WRITER and token.dep_ == "nsubj" for token in aside)
    return subject and not any(token.is_quote for token in aside)
