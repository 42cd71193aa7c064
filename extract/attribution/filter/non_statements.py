"""What looks like an attribution and is none: nobody says it.

* "..., alluding to the old war": what a phrase without a verb is about, nobody says.
* "The owner was told that ...": who is told does not say it.
* "the losses could be attributed to drones": a cause, no voice; where somebody is named, the words are theirs.
* "Ministers urged to act", "Ferry sunk, Gazette told" in a headline: who is urged or told does not speak.
* "The bodies have been found", "nine are known to be missing": what is found or known, nobody is heard to say.
"""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Span

from whosays.extract.attribution.attribution import AttributionSet, Hop
from whosays.extract.attribution.filter.comparisons import drop_compared
from whosays.extract.attribution.reading import Reading
from whosays.extract.lexicon import verb_class, word_class
from whosays.extract.syntax import FINITE, HEARSAY, INFORMING, holds

ALLUDING = verb_class("alluding")
LABELS = word_class("labels")
SHOWING = verb_class("showing")
BIDDING = word_class("bidding")
NO_ONE = word_class("nobodys")
BEGINNINGS = frozenset(["beginning", "outset", "start"])
HEARERS = frozenset(["obj", "iobj"])
SIGHTING = frozenset(["observe", "sight", "spot"])
ASKING = verb_class("asking")
COMING_TO_LIGHT = verb_class("coming_to_light")
SILENCING = verb_class("withholding") | verb_class("refusing")
NEGATIONS = frozenset(["not", "n't", "n’t", "never", "without"])
UNABLE = NEGATIONS | {"neither", "unable"}
ANSWERING = verb_class("answering") | verb_class("checking")
SAYING = verb_class("saying")
QUESTION_WORDS = frozenset(["WDT", "WP", "WP$", "WRB"])
LINKING = frozenset(["that", "whether"])  # "[that], according to Roe, [it leaked]"


def drop_unspoken(_: Reading, found: AttributionSet) -> None:
    """Drop what nobody speaks, and sources that are only told or asked."""
    drop_compared(found)
    for number, hop in list(found.items()):
        told = _is_told(hop) or _is_bid(hop) or _is_told_in_headline(hop) or _is_no_voice(hop)
        found.put(number, _without_hearer(replace(hop, source=None) if told else _rumoured(hop)))
    tests = (_alludes, _explains, _is_asked, _is_seen, _is_found, _is_label)
    found.drop([i for i, hop in found.items() if any(test(hop) for test in tests) or _is_said_already(hop, found)])


def _is_told(hop: Hop) -> bool:
    if hop.source is None or not hop.cue:
        return False
    verb, who = hop.cue[0].root, hop.source.root
    if who.lower_ == "it" and verb.tag_ == "VBN" and any(c.dep_ == "aux:pass" for c in verb.children):
        return True  # "It is claimed that ...": nobody
    return verb.lemma_ in INFORMING and verb.tag_ == "VBN" and who.dep_ == "nsubj:pass" and who.head == verb


def _is_bid(hop: Hop) -> bool:
    """Tell "[Ministers] [urged] [to act on the ferry]": who urges, urges somebody, and here nobody else is told of."""
    verb = hop.cue[0].root if hop.cue else None
    if verb is None or hop.source is None or hop.source.end > verb.i or verb.i + 2 >= len(verb.doc):
        return False
    active = verb.tag_ not in ("VBD", "VBN") or any(c.dep_ in HEARERS or c.dep_ == "aux" for c in verb.children)
    who = hop.source.root  # not "sentenced by [a judge] and [ordered] [to leave]"
    active = active or not (verb.head == who or (who.head == verb and who.dep_.startswith("nsubj")))
    to_do = verb.nbor().lower_ == "to" and verb.nbor(2).tag_ == "VB"
    return verb.lemma_.lower() in BIDDING and not active and to_do


def _is_told_in_headline(hop: Hop) -> bool:
    """Tell "[Ferry sunk in storm], [Gazette] [told]": who tells, tells somebody."""
    verb = hop.cue[-1][-1] if hop.cue else None
    if verb is None or hop.source is None or verb.lower_ != "told" or hop.source.end != verb.i:
        return False
    doc = verb.doc
    ends = verb.i + 1 == len(doc) or doc[verb.i + 1].is_sent_start or doc[verb.i + 1].is_space
    return ends and doc[hop.source.start - 1].text == "," and hop.content[-1:] != () and hop.content[0].end < verb.i


def _is_no_voice(hop: Hop) -> bool:
    """Tell "[Western] [calls for] [peace]" and "the fear from [the outset]": a mere adjective or time."""
    source = hop.source
    if source is not None and hop.cue and source.text.lower() in NO_ONE and source.root.head in hop.cue[0]:
        return True
    if source is None or not hop.cue or any(token.text[:1].isupper() and token.i > 0 for token in source):
        return False
    adjective = source.root.tag_ == "JJ" and source.root.dep_ == "amod" and source.root.head.pos_ == "NOUN"
    if len(source) == 1 and source.root.is_lower and (adjective and source.root.head in hop.cue[0]):
        return True
    since = source.start > 0 and source.doc[source.start - 1].lower_ == "from"
    return since and source.root.lemma_.lower() in BEGINNINGS


def _rumoured(hop: Hop) -> Hop:
    """Return "[Roe] [reportedly] [fled]" without a source: whom hearsay is about says nothing, and is told of."""
    source = hop.source
    if source is None or len(hop.cue) != 1 or hop.cue[0].text.lower() not in HEARSAY or source.end != hop.cue[0].start:
        return hop
    subject = [source] if source.root.dep_.startswith("nsubj") else []
    return replace(hop, source=None, content=(*subject, *hop.content))


def _without_hearer(hop: Hop) -> Hop:
    """Return "[the jury] [was told] [that ...]" without who was told, and "[Roe] [was asked]: [“Why?”]" likewise."""
    if not hop.cue or len(hop.content) < 2 or (hop.source is not None and hop.source.start < hop.cue[-1].end):
        return hop
    who, verb = hop.content[0].root, hop.cue[0].root
    if verb.lemma_ not in INFORMING and not (verb.lemma_ in ASKING and _is_question(hop.content[1])):
        return hop
    heard = who.dep_ == "nsubj:pass" and who.head == verb and hop.content[0].end <= hop.cue[0].start
    return replace(hop, content=hop.content[1:]) if heard else hop


def _alludes(hop: Hop) -> bool:
    mere = not any(token.pos_ in ("VERB", "AUX") or token.is_quote for span in hop.content for token in span)
    return bool(hop.cue) and hop.cue[0].root.lemma_ in ALLUDING and hop.cue[0].root.tag_ == "VBG" and mere


def _is_asked(hop: Hop) -> bool:
    """Tell "[asked about] [the incident], he ...": a reporter who is not named, and what is asked is not told either.

    "[Asked] [why he left]" and "[was asked]: [“Do you care?”]" tell the question.
    """
    if hop.source is not None or not hop.cue or hop.cue[0].root.lemma_ not in ASKING:
        return False
    asked = hop.cue[0].root.tag_ == "VBN" or hop.cue[0].text[:1].isupper()
    return asked and not any(_is_question(span) for span in hop.content)


def _is_question(content: Span) -> bool:
    """Tell a clause that opens with what it asks for, or a quoted question."""
    finite = any(token.tag_ in FINITE for token in content)
    opens = content[0].lower_ in ("if", "whether") or content[0].tag_ in QUESTION_WORDS
    return finite and (opens or "?" in content.text)


def _is_seen(hop: Hop) -> bool:
    """Tell "[a soldier] [is shown] [taking cover]": a caption describes its picture.

    Nor is it hearsay that "[guards] [were observed]": somebody has seen them, and nobody says so.
    """
    if hop.source is not None or not hop.cue or hop.cue[-1][-1].lower_ == "as":
        return False
    verb = hop.cue[0].root
    if verb.lemma_ in SIGHTING:
        return verb.tag_ == "VBN" and not any(span[0].lower_ in ("as", "that") for span in hop.content)
    if verb.lemma_ not in SHOWING:
        return False
    return hop.cue[0].root.tag_ == "VBN" and any(
        span[0].tag_ == "VBG" or span[0].lower_ == "to" for span in hop.content
    )


def _is_found(hop: Hop) -> bool:
    """Tell "[the bodies] [have been found]", "[nine] [are known] [to have died]"; "was found that ..." is a finding."""
    if hop.source is not None or not hop.cue or hop.cue[0].root.lemma_ not in COMING_TO_LIGHT:
        return False
    verb, behind = hop.cue[0].root, [span for span in hop.content if span.start >= hop.cue[0].end]
    passive = verb.tag_ == "VBN" and any(token.lemma_ == "be" for token in hop.cue[0])
    return passive and (verb.lemma_ == "know" or not behind)


def _is_said_already(hop: Hop, found: AttributionSet) -> bool:
    """Tell "[it] [could neither confirm nor deny] [the report]" in "the ministry said [it could neither ...]".

    Who says of himself that he keeps silent does so once; of "the town hall could not confirm it" the town hall does.
    """
    words = [token for span in hop.cue for token in span]
    silent = any(t.lower_ in UNABLE for t in words) and any(t.lemma_.lower() in ANSWERING for t in words)
    near = (found[i] for i in found.touching(hop.cue[:1]) if silent and holds(found[i].content, hop.cue[0]))
    outer = next((around for around in near if around.cue and around.cue[0].root.lemma_.lower() in SAYING), None)
    of_others = hop.source is not None and hop.source.root.pos_ != "PRON"
    return outer is not None and (not of_others or hop.source == outer.source)


def _is_label(hop: Hop) -> bool:
    """Tell "[INTERVIEW] [:] [we were lied to]": what sort of piece a headline announces says nothing."""
    return hop.source is not None and hop.source.text.lower() in LABELS


def _explains(hop: Hop) -> bool:
    return bool(hop.cue) and hop.source is None and hop.cue[0].root.lemma_ == "attribute"


def _without_contrast(hop: Hop) -> Hop:
    """Return "[Korrin] [has not commented], but [it has promised revenge]" without what it does instead."""
    if not hop.cue or not hop.content or hop.source is None:
        return hop
    words, start = [token for span in hop.cue for token in span], hop.content[0].start
    silent = words[-1].lemma_.lower() in ANSWERING | {"comment"} and any(t.lower_ in NEGATIONS for t in words)
    instead = start > hop.cue[-1].end and hop.content[0].doc[start - 1].lower_ == "but"
    return replace(hop, content=()) if silent and instead else hop


def drop_empty(_: Reading, found: AttributionSet) -> None:
    """Drop parts of contents that are no words, or a mere "that" beside others, and what then says nothing.

    Who "[did not] [respond]", "[declined] [to comment]" or "[had] [no comment]" has kept silent: that is all there is.
    """
    for number, each in list(found.items()):
        hop = _without_contrast(each)
        if not hop.content and hop.source is not None and len(hop.cue) == 1:
            found.put(number, _silent(hop, hop.cue[0]))
    for number, hop in list(found.items()):
        words = tuple(span for span in hop.content if any(map(str.isalnum, span.text)))
        said = tuple(span for span in words if span.text.lower() not in LINKING or len(words) == 1)
        found.put(number, replace(hop, content=said))
    found.drop([n for n, hop in found.items() if not hop.content])


def _silent(hop: Hop, cue: Span) -> Hop:
    """Return a hop of silence with what was not done as its content, any other as it is."""
    words = list(cue)
    to = next((t.i for t in words if t.lower_ == "to" and words[0].i < t.i), None)
    no = next((t.i for t in words if t.lower_ == "no" and words[0].i < t.i), None)
    held = any(t.lemma_.lower() in SILENCING for t in words)
    negated = next((t.i + 1 for t in words if t.lower_ in NEGATIONS), None)
    at = to if held and to is not None else no if no is not None else negated
    if at is None or not cue.start < at < cue.end:
        return hop
    doc = cue.doc
    return replace(hop, cue=(doc[cue.start : at],), content=(doc[at : cue.end],))
