"""Parts of a content that its speaker does not say.

* "“He thinks [they know better],” Roe said. “[They never ask us.]”": what somebody quoted reports of others ends with
  the part of the quotation that it is told in; the next one is the speaker's own.
* "[As the mayor left the hall and] Roe asks: “[Who pays?]”": a longer part before the cue that the encoder hardly takes
  for content is the writer's; not so the subject of what nobody in particular says: "[The most wanted man here has]
  reportedly [been wounded]".
* "“[It leaks,]” Roe said. ¶ ‘Dam was never checked’ ¶": a heading between paragraphs is the paper's.
* "It leaks, according to Roe[, who saw it]": that he saw it the writer tells.
* "said Lund would help it[, in the latest sign that the island turns away]", "had entered[ - in what appears to be the
  largest raid so far]": what it means the writer tells; between quotation marks all of it may be said.
* "demanded a dam[, which the union has rejected]": nor does who demands it say so, and who "blamed Lund[, which has not
  commented]" does not say that Lund kept silent.
* "[Lund said] the crew reportedly [fled]": who passes a rumour on is no part of it.
* "would stay in the guild[, something which]", "40 critics [whom]", "it fell[, according to]": a clause that is told
  elsewhere leaves no word of it behind.
* "saying he is sorry [and linking to a page]": what is done besides saying is no part of what is said.
* "“New age” of floods, Lund says[, as more dams break]": what goes on meanwhile, where the words stand before.
* "Sales fell, the bureau said[, missing forecasts]": nor is what the writer sees in it; "killing two" may be said.
* "[It leaks.] https://example.com/x": the link at the end of a post says nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Span, Token

from whosays.extract.attribution.attribution import AttributionSet, Hop
from whosays.extract.attribution.linker_features import CONTENT, Pointers
from whosays.extract.attribution.reading import Reading
from whosays.extract.attribution.revise.relatives import RELATIVES
from whosays.extract.attribution.revise.tails import own_clause
from whosays.extract.lexicon import verb_class, word_class
from whosays.extract.pipeline import SENTENCE_END
from whosays.extract.syntax import FINITE, HEARSAY, holds, is_heading, is_quoted, overlap, sentence_of, trimmed

BELIEVED = 0.9  # mean probability of being content from which on a part is one
FEWEST = 5  # words of a part that stands or falls by itself; shorter ones are topics: "Last year, he said, it leaked"

MARKS = frozenset((",", "–", "—", "-", "--"))
SEEMING = verb_class("seeming") | {"look", "mark"}
SIGNS = word_class("signs")
SEEN_IN_IT = word_class("seen_in_it")
OF_WHAT = frozenset(("for", "of", "that", "to"))
OPENERS = frozenset(("who", "whom", "whose", "which"))
TAKING_UP = frozenset(("something",))
NOMINAL = frozenset(("NOUN", "NUM", "PROPN"))
SUBJECTS = ("nsubj", "csubj")
DISPUTING = verb_class("disputing")
ANSWERING = frozenset(("comment", "decline", "deny", "respond"))
SAYING = verb_class("saying")
REACH = 6  # tokens from "in" to the noun


def drop_parts(reading: Reading, found: AttributionSet) -> None:
    """Take out of contents the parts that are somebody else's."""
    pointers = Pointers.of(reading.doc)
    wholes = dict(found.items())
    for number, whole in wholes.items():
        hop = _without_teller(number, replace(whole, content=_without_afterthoughts(whole)), found)
        content = hop.content
        if hop.inside is not None and hop.cue:
            content = own_clause(hop.cue, _of_its_part(hop, found[hop.inside].content))
        elif pointers is not None and _leads(hop) and pointers.probability(content[0], CONTENT) < BELIEVED:
            content = content[1:]
        content = tuple(span for span in map(_without_links, content) if span is not None and not is_heading(span))
        found.put(number, replace(hop, content=content or hop.content))
    for number, whole in wholes.items():
        found.let_out(number, whole.content)
    _drop_subheadings(found)


def _drop_subheadings(found: AttributionSet) -> None:
    """Take subheadings that are quotations out of what is said, and what is said in them."""
    for number, hop in list(found.items()):
        headings = [span for span in hop.content[1:] if _is_subheading(span, hop)]
        if headings and number in found:
            inner = [n for n in found.touching(headings) if n != number and _holds(headings, found[n])]
            found.put(number, replace(hop, content=tuple(span for span in hop.content if span not in headings)))
            found.drop(inner)


def _holds(headings: Sequence[Span], hop: Hop) -> bool:
    return bool(hop.content) and holds(headings, hop.content[0])


def _is_subheading(span: Span, hop: Hop) -> bool:
    """Tell the heading ‘We had to go’ between two sentences: it ends with no stop, and no name stands behind it."""
    doc, start = span.doc, span.start - (not span[0].is_quote)
    end = span.end if span[-1].is_quote else span.end + 1
    if not hop.cue or start < max(1, hop.cue[-1].end) or end >= len(doc) or not doc[start].is_quote:
        return False
    before = doc[start - 1] if not doc[start - 1].is_quote else doc[start - 2]
    apart = before.text[-1:] in SENTENCE_END and doc[end - 1].is_quote and doc[end - 2].is_alpha
    return apart and doc[end].text[:1].isupper() and doc[end].pos_ in ("ADP", "ADV", "DET", "SCONJ")


def _without_teller(number: int, hop: Hop, found: AttributionSet) -> Hop:
    """Return hearsay from where the words begin of who passes it on, inside whom it then is."""
    alone = len(hop.cue) == 1 and hop.cue[0].text.lower() in HEARSAY and hop.source is None
    if not alone or hop.inside is not None or len(hop.content) < 2 or hop.content[0].end > hop.cue[0].start:
        return hop
    subject, *others = hop.content
    for teller in found.touching([subject]):
        outer = found[teller]
        begin = outer.content[0].start if outer.content else subject.start
        before = bool(outer.cue) and subject.start <= outer.cue[0].start and outer.cue[-1].end <= begin < subject.end
        if teller != number and outer.inside is None and before:
            return replace(hop, content=(hop.cue[0].doc[begin : subject.end], *others), inside=teller)
    return hop


def _of_its_part(hop: Hop, around: Sequence[Span]) -> tuple[Span, ...]:
    """Return the parts of a content up to where another part of the content around it begins with a sentence."""
    own = next((part for part in around if overlap(part, hop.cue[:1])), None)
    if own is None or not hop.content or not overlap(own, hop.content[:1]) or is_quoted(hop.content[0]):
        return hop.content
    kept = [span for span in hop.content if not _begins_sentence(span) or _in_its_sentence(span, hop, own)]
    return tuple(kept)


def _in_its_sentence(span: Span, hop: Hop, own: Span) -> bool:
    """Tell a part of a content beside its cue; a later sentence is of who quotes: "Roe said it fell. [We left.]"."""
    later = span.start >= sentence_of(hop.cue[0][0]).end
    return overlap(own, [span]) and (not later or span == hop.content[0] or is_quoted(span))


def _begins_sentence(span: Span) -> bool:
    before: Token | None = span[0]
    while before is not None and (before == span[0] or before.is_quote):
        before = before.nbor(-1) if before.i else None
    ended = before is None or before.is_space or before.text[-1:] in SENTENCE_END
    return ended and next((t.text[:1].isupper() for t in span if t.is_alpha), False)


def _leads(hop: Hop) -> bool:
    """Tell whether a longer part that is not quoted stands before a verb and what it reports besides behind."""
    if not hop.cue or len(hop.content) < 2 or hop.cue[0].root.pos_ != "VERB":
        return False
    first, second = hop.content[:2]
    before = first.end <= min(span.start for span in hop.spans() if span != first)
    words = sum(token.is_alpha for token in first)
    plain = not any(token.is_quote for token in first) and first[-1].lower_ not in RELATIVES
    apart = second.start >= hop.cue[0].end and second[0].pos_ != "CCONJ"  # "it rose, he said, and fell" is one clause
    return before and apart and words >= FEWEST and plain and not _is_subject(first, hop)


def _is_subject(first: Span, hop: Hop) -> bool:
    """Tell whether the first part of hearsay holds the subject of what stands behind it."""
    if hop.source is not None:
        return False
    behind = {token.i for span in (*hop.cue, *hop.content[1:]) for token in span}
    return any(token.dep_.startswith("nsubj") and token.head.i in behind for token in first)


def _without_links(span: Span) -> Span | None:
    end = span.end
    while end > span.start and (_is_link(span.doc[end - 1]) or span.doc[end - 1].is_space):
        end -= 1
    if end == span.end:
        return span
    return span.doc[span.start : end] if span.start < end else None


def _is_link(token: Token) -> bool:
    """Tell a link from the mere name of a site, which may be said."""
    return token.like_url and "/" in token.text


def _without_afterthoughts(hop: Hop) -> tuple[Span, ...]:
    """Return the contents of a hop without what the writer adds to them."""
    content = _before_sight(hop, _before_meanwhile(hop))
    if not content:
        return content
    *others, last = content
    if hop.cue and last.start >= hop.cue[-1].end:
        last = _up_to_act(_up_to_sign(_up_to_dispute(last, hop.source)), hop.cue[-1].root)
    return (*others, _without_torn(last))


def _before_meanwhile(hop: Hop) -> tuple[Span, ...]:
    content = hop.content
    if len(content) != 2 or not hop.cue or hop.cue[0].root.lemma_.lower() not in SAYING:
        return content
    first, mark = content[0], content[1][0]
    around = first.end <= hop.cue[0].start and content[1].start >= hop.cue[-1].end
    meanwhile = mark.lower_ == "as" and mark.dep_ == "mark" and any(c.dep_ in SUBJECTS for c in mark.head.children)
    said = any(token.is_quote for token in first) or any(token.pos_ in ("VERB", "AUX") for token in first)
    return content[:1] if around and meanwhile and said else content


def _before_sight(hop: Hop, content: tuple[Span, ...]) -> tuple[Span, ...]:
    """Return a clause before its cue without "[missing forecasts and marking a low]" behind it, unless it is quoted."""
    if len(content) != 2 or not hop.cue:
        return content
    first, verb = content[0], content[1][0]
    around = first.end <= hop.cue[0].start and content[1].start >= hop.cue[-1].end
    sight = verb.tag_ == "VBG" and verb.lemma_.lower() in SEEN_IN_IT and verb.nbor(-1).text in MARKS
    return content[:1] if around and sight and any(token.tag_ in FINITE for token in first) else content


def _up_to_sign(span: Span) -> Span:
    """Cut ", in the latest sign that ..." and "- in what appears to be ..." off what is not quoted there."""
    doc = span.doc
    for word in span[2:]:
        before = word.nbor(-1)
        mark = before if before.text in MARKS or not before.is_quote else before.nbor(-1)  # "help,” in"
        if word.lower_ != "in" or mark.text not in MARKS or not _is_unquoted(span, word):
            continue
        if _is_sign(doc[word.i + 1 : min(word.i + REACH, len(doc))]):
            return trimmed(doc, span.start, mark.i if mark is before else before.i + 1) or span
    return span


def _up_to_dispute(span: Span, source: Span | None) -> Span:
    """Cut ", which the union has rejected" off what another asks for or tells of, and ", which has not commented"."""
    speaker = source.root.lemma_.lower() if source is not None else ""
    for word in span[2:]:
        verb = word.head
        answers = verb.lemma_.lower() in ANSWERING and word.lower_ in ("which", "who") and word.dep_ == "nsubj"
        if answers and word.nbor(-1).text in MARKS and verb.right_edge.i + 1 >= span.end and _is_unquoted(span, word):
            return trimmed(span.doc, span.start, word.i - 1) or span
        subject = next((c for c in verb.children if c.dep_ == "nsubj" and word.i < c.i < verb.i), None)
        disputed = word.lower_ == "which" and word.dep_ == "obj" and verb.lemma_.lower() in DISPUTING
        if not disputed or subject is None or subject.pos_ == "PRON" or verb.right_edge.i + 1 < span.end:
            continue
        if subject.lemma_.lower() == speaker:
            continue
        if word.nbor(-1).text in MARKS and _is_unquoted(span, word):
            return trimmed(span.doc, span.start, word.i - 1) or span
    return span


def _is_sign(phrase: Span) -> bool:
    """Tell "what appears to be" and "the latest sign that"."""
    if not len(phrase):
        return False
    if phrase[0].lower_ == "what":
        return len(phrase) > 1 and phrase[1].lemma_.lower() in SEEMING
    signs = (t for t in phrase[:-1] if t.pos_ == "NOUN" and t.lemma_.lower() in SIGNS and t.dep_ != "compound")
    noun = next(signs, None)
    return noun is not None and noun.nbor().lower_ in OF_WHAT and phrase[0].pos_ == "DET"


def _up_to_act(span: Span, cue: Token) -> Span:
    """Cut "and linking to a page" off a clause that it cannot be joined to: a participle behind a verb with a tense."""
    if cue.tag_ != "VBG":
        return span
    told = False
    for joint in span[1:-1]:
        verb = joint.nbor()
        told = told or joint.tag_ in FINITE
        helped = any(child.dep_.startswith(("aux", *SUBJECTS)) for child in verb.children)
        joined = verb.dep_ == "conj" and (verb.head == cue or verb.head.tag_ != "VBG")
        if joint.lower_ == "and" and told and verb.tag_ == "VBG" and joined and not helped:
            own = verb.head in (cue, cue.head) or _is_finite_clause(verb.head)
            if own and _is_unquoted(span, joint):
                return trimmed(span.doc, span.start, joint.i) or span
    return span


def _is_finite_clause(head: Token) -> bool:
    """Tell the head of a clause with a tense from a noun that a participle may be joined to."""
    return head.tag_ in FINITE or any(child.tag_ in FINITE for child in head.children)


def _without_torn(span: Span) -> Span:
    """Cut what opens a clause and stands last: ", something which", "whom", ", according to"."""
    words = [token.lower_ for token in span[-2:]]
    end = span.end - 2 if words == ["according", "to"] else span.end
    if end == span.end and words[-1] in OPENERS:
        noun = span[-2] if len(span) > 1 else span[-1]
        if noun.text != "," and noun.pos_ not in NOMINAL and noun.lower_ not in TAKING_UP:
            return span
        end -= 1 + (noun.lower_ in TAKING_UP)
    while end < span.end and end > span.start and span.doc[end - 1].text in MARKS:
        end -= 1
    return trimmed(span.doc, span.start, end) or span if span.start < end < span.end else span


def _is_unquoted(span: Span, word: Token) -> bool:
    """Tell a word of a content that no open quotation mark stands before."""
    return sum(t.is_quote and t.tag_ != "POS" for t in span.doc[max(0, span.start - 1) : word.i]) % 2 == 0
