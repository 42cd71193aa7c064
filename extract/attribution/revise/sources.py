"""Who speaks where the tagger has found nobody, by what the cue's verb or noun hangs on.

* "The budget, [which] [proposed] [cuts], was voted down": the pronoun, which is named in the end.
* "[Roe] opened the campaign by [reporting] [on the cuts]", "[Telling] [them that it leaked], [Roe] left": a participle
  or an infinitive has the subject of its clause.
* "[a delay] [described] [as a farce] by [the passengers]": whoever a passive names with "by".
* "[Roe] plans to sell the pier, [dubbed] [a “folly”] by [the guild]": so too where the tagger has taken the
  subject of the clause around it.
* "[Roe] withdrew a [claim] [that it leaked]": who takes back a claim has made it.
* "Roe asked why, and [the union] wrote a letter, [saying] [so]": the subject of the nearer clause.
* "[The group] backed a plan drawn up by Roe and [accused] [the mayor of delay]": the subject, not whom "by" names.
* "Roe repeated [the guild's] [demands for] [a dam]": whose they are, not who takes them up.
* "[complaints] from [the passengers] [about the delay]": whom a noun of telling comes from.
* "Roe left amid [claims] [that she lied]", "Roe faces [claims] ...": nobody, however near Roe stands.
* "The port, [suggests] [Roe], [could close]": whoever speaks in an aside, which has taken its clause's subject.
* "accused [the mayor] of having [claimed] [that it leaked]": the mayor, in what the accuser says.
* "The dam leaked, [Roe, the chief engineer,] [told] the Gull": a subject at the end of the words before its verb.
"""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Span, Token

from whosays.extract.attribution.attribution import AttributionSet, Hop
from whosays.extract.attribution.reading import Reading
from whosays.extract.attribution.revise.relatives import RELATIVES
from whosays.extract.attribution.revise.remarks import TAKING_BACK
from whosays.extract.attribution.revise.source_boundaries import meant
from whosays.extract.lexicon import verb_class, word_class
from whosays.extract.syntax import FINITE, HEARSAY, case_of, is_passive, overlap, speaker, subtree, trimmed

CLAUSES = frozenset(("advcl", "conj", "xcomp"))
GIVERS = frozenset(("by", "from"))
TELLING = verb_class("saying") | verb_class("reporting") | verb_class("informing")
GIVING_OUT = word_class("giving_out_for")
RUMOURED = word_class("told")
AMID = frozenset(("after", "against", "amid", "amidst", "by", "despite", "following", "over", "under"))
FACING = frozenset(("face",))
VIEWING = verb_class("viewing") | {"regard"}
TURNING_DOWN = verb_class("dismissing")
HIGHEST = 4  # clauses up to the one that has the subject
LONGEST = 8  # words of who speaks in an aside
FEWEST = 3  # words that are left of a content without its speaker


def name_sources(_: Reading, found: AttributionSet) -> None:
    """Give a source to each hop that lacks one and whose cue tells by its place in the sentence who speaks."""
    for number, hop in list(found.items()):
        accused = _accused(hop)
        outer = _of_accuser(found, accused.root.head) if accused is not None else None
        if accused is not None and outer is not None and outer != number:
            whole = hop.content[-1].doc[hop.cue[0].start : hop.content[-1].end]
            found.put(outer, replace(found[outer], content=(whole,)))
            found.put(number, replace(hop, source=accused, inside=outer))
            continue
        if _is_of_nobody(hop):
            found.put(number, replace(hop, source=None))
            continue
        nobody = hop.source is None and hop.cue and hop.content and hop.cue[0].text.lower() not in HEARSAY
        named = _named(hop) if nobody else _by_owner(_by_subject(_by_clause(_by_agent(hop))))
        if named == hop and hop.source is not None and len(hop.cue) == 1:
            named = _in_an_aside(hop, hop.source)
        found.put(number, _taking_as(_parted(meant(named))))


def _is_of_nobody(hop: Hop) -> bool:
    """Tell "[Roe] left amid [claims] [that she lied]": nobody is told to claim it, and least of all Roe."""
    noun = hop.cue[0].root if hop.cue and hop.source is not None else None
    if noun is None or hop.source is None or noun.pos_ != "NOUN" or noun.lower_ not in RUMOURED:
        return False
    own = noun.left_edge.i <= hop.source.start or hop.source.end > hop.cue[-1].end
    faced = noun.dep_ == "obj" and noun.head.lemma_.lower() in FACING
    return not own and hop.source.end <= hop.cue[0].start and (faced or case_of(noun) in AMID)


def _taking_as(hop: Hop) -> Hop:
    """Return "what they [see as] [a waste]", where what they see so stands in no content."""
    said = hop.content[0] if len(hop.content) == 1 else None
    if said is None or not hop.cue or hop.cue[-1].root.lemma_ not in VIEWING or said.start != hop.cue[-1].end:
        return hop
    if said[0].lower_ != "as" or len(said) == 1:
        return hop
    cue = said.doc[hop.cue[-1].start : said.start + 1]
    return replace(hop, cue=(*hop.cue[:-1], cue), content=(said.doc[cue.end : said.end],))


def _parted(hop: Hop) -> Hop:
    """Return "[a delay] described by [the crew] [as a farce]" with what is described and as what in its content."""
    source, verb = hop.source, hop.cue[0].root if hop.cue else None
    if source is None or verb is None or verb.lemma_ not in GIVING_OUT or source.start < hop.cue[0].end:
        return hop
    doc = source.doc
    if doc[source.start - 1].lower_ != "by":
        return hop
    at = next((i for i in range(source.start + 1, min(source.end + 1, len(doc))) if doc[i].lower_ == "as"), None)
    rest = trimmed(doc, at, max(source.end, doc[at].head.right_edge.i + 1)) if at is not None else None
    who = trimmed(doc, source.start, at) if at is not None and at < source.end else source
    head = verb.head
    start = next((t.i for t in doc[head.left_edge.i : head.i] if t.dep_ != "case"), head.i)
    thing = trimmed(doc, start, verb.left_edge.i) if verb.dep_ == "acl" else None
    more = [span for span in (thing, rest) if span is not None and not overlap(span, [*hop.content, *hop.cue])]
    if who is None or overlap(who, more):
        return hop
    return replace(hop, source=who, content=tuple(sorted((*hop.content, *more), key=lambda span: span.start)))


def _accused(hop: Hop) -> Span | None:
    """Return who is "accused [the mayor] of having [claimed] that it leaked": the mayor has claimed it."""
    verb = hop.cue[0].root if hop.cue and hop.content else None
    if verb is None or verb.head.lemma_.lower() != "accuse" or hop.content[-1].start < hop.cue[0].end:
        return None
    first = hop.cue[0].start
    of = first > 0 and verb.doc[first - 1].lower_ == "of"
    accused = next((c for c in verb.head.children if c.dep_ == "obj" and c.i < first), None)
    return subtree(accused) if of and accused is not None and verb.pos_ == "VERB" else None


def _of_accuser(found: AttributionSet, verb: Token) -> int | None:
    return next((number for number, hop in found.items() if any(verb in cue for cue in hop.cue)), None)


def _named(hop: Hop) -> Hop:
    word = hop.cue[0].root
    if word.pos_ == "NOUN":
        behind = (c for c in word.children if c.dep_ == "nmod" and c.i > word.i)
        giver = _without_case(next((c for c in behind if case_of(c) in GIVERS), None))
        return _with(hop, giver or _taking_back(word, hop))
    if word.pos_ not in ("VERB", "AUX"):
        return hop
    if is_passive(word) or _is_participle(word):
        return _with(hop, _without_case(_agent(word)))
    pronoun = _relative(word)
    if pronoun is not None:
        return _with(hop, pronoun)
    if word.tag_ == "VBG" or (word.tag_ == "VB" and any(c.lower_ == "to" for c in word.children)):
        return _with(hop, _of_the_clause(word, hop))
    return _inverted(hop, word)


def _by_agent(hop: Hop) -> Hop:
    """Return the hop of a participle with whom it names with "by", where its source is neither that nor its subject."""
    word = hop.cue[0].root if hop.cue and hop.content else None
    if word is None or hop.source is None or not _is_participle(word):
        return hop
    agent, subject = _agent(word), hop.source.root
    other = subject.dep_ == "nsubj" and subject.head != word  # not "messages to [Roe] went unanswered by noon"
    told = agent is not None and agent.dep_ in ("nmod", "obl:agent") and agent not in hop.source  # not "by Friday"
    return _with(hop, _without_case(agent)) if told and other else hop


def _by_subject(hop: Hop) -> Hop:
    """Return the hop of a verb with its clause's subject, where whom another verb names with "by" was taken for it."""
    verb = hop.cue[0].root if hop.cue and hop.content else None
    taken = hop.source.root if hop.source is not None else None
    if verb is None or taken is None or taken.dep_ != "obl:agent" or taken.head == verb or taken.i > verb.i:
        return hop
    if verb.dep_ != "conj" or not _is_finite(verb) or is_passive(verb):
        return hop
    while verb.dep_ == "conj" and not any(c.dep_.startswith("nsubj") for c in verb.children):
        verb = verb.head
    subject = next((c for c in verb.children if c.dep_.startswith("nsubj") and c.i < taken.i), None)
    return _with(hop, subtree(subject, without=[*hop.cue, *hop.content])) if subject is not None else hop


def _by_clause(hop: Hop) -> Hop:
    """Return "Roe asked why, and [the union] wrote a letter, [saying] [so]" with the subject of the nearer clause."""
    verb = hop.cue[0].root if hop.cue and hop.content else None
    taken = hop.source.root if hop.source is not None else None
    if verb is None or taken is None or verb.tag_ != "VBG" or verb.dep_ != "advcl" or verb.head.dep_ != "conj":
        return hop
    clause, far = verb.head, taken.head
    subjects = [c for c in clause.children if c.dep_ == "nsubj" and taken.i < far.i < c.i < clause.i < verb.i]
    goes_on = verb.lemma_.lower() == "add"  # "Roe said so, and the union struck, adding" may be Roe
    if taken.dep_ != "nsubj" or clause.head != far or not subjects or goes_on:
        return hop
    return _with(hop, verb.doc[subjects[0].left_edge.i : subjects[-1].right_edge.i + 1])


def _is_finite(verb: Token) -> bool:
    return verb.tag_ in FINITE or _has_been(verb)


def _by_owner(hop: Hop) -> Hop:
    """Return "Roe repeated [the union's] [demands for] [higher wages]" with whose they are, where Roe was taken.

    "Roe rejected [calls for] [higher wages]" is nobody's call, and not his.
    """
    noun = hop.cue[0].root if hop.cue and hop.source is not None else None
    if noun is None or hop.source is None or noun.pos_ != "NOUN" or hop.source.root.dep_ != "nsubj":
        return hop
    owner = next((c for c in noun.children if c.dep_ == "nmod:poss" and c.pos_ in ("NOUN", "PROPN")), None)
    source = subtree(owner, without=[*hop.cue, *hop.content]) if owner is not None else None
    if source is None and noun.dep_ == "obj" and noun.head.lemma_.lower() in TURNING_DOWN:
        return replace(hop, source=None) if hop.source.root.head == noun.head else hop
    return replace(hop, source=source) if source is not None and hop.source.root.head == noun.head else hop


def _is_participle(verb: Token) -> bool:
    """Tell one that no helper makes a perfect, be it taken for a past tense: "the pier, [called] a folly by Roe"."""
    past = verb.tag_ == "VBD" and verb.dep_ in ("acl", "advcl")
    own = any(child.dep_.startswith("nsubj") for child in verb.children)
    return verb.pos_ == "VERB" and not own and (past or verb.tag_ == "VBN") and not _has_been(verb)


def _taking_back(noun: Token, hop: Hop) -> Span | None:
    """Return who "withdrew an earlier claim": it has been theirs."""
    verb = noun.head
    taken = noun.dep_ == "obj" and verb.lemma_.lower() in TAKING_BACK and not is_passive(verb)
    return speaker(verb, without=[*hop.cue, *hop.content]) if taken else None


def _agent(verb: Token) -> Token | None:
    """Return whom a passive names with "by", be it hung on what a thing is called: "dubbed [a folly by the guild]"."""
    name = next((c for c in verb.children if c.dep_ == "xcomp"), None) if verb.lemma_.lower() in GIVING_OUT else None
    behind = [c for c in verb.children if c.dep_.startswith("obl")]
    behind += [c for c in name.children if c.dep_ == "nmod"] if name is not None else []
    return next((c for c in behind if c.i > verb.i and case_of(c) == "by"), None)


def _has_been(verb: Token) -> bool:
    """Tell the perfect ("has told") from a bare participle."""
    return any(child.dep_ == "aux" for child in verb.children)


def _relative(verb: Token) -> Span | None:
    """Return the "who" or "which" that is the subject of a verb's relative clause."""
    while verb.dep_ in ("conj", "xcomp") and not any(c.dep_.startswith("nsubj") for c in verb.children):
        verb = verb.head
    who = next((c for c in verb.children if c.dep_ == "nsubj" and c.lower_ in RELATIVES and c.i < verb.i), None)
    return verb.doc[who.i : who.i + 1] if who is not None and verb.dep_.startswith("acl") else None


def _of_the_clause(verb: Token, hop: Hop) -> Span | None:
    """Return the subject of the clause that a participle or an infinitive stands in."""
    top = verb
    for _ in range(HIGHEST):
        if any(c.dep_.startswith("nsubj") for c in top.children):
            break
        if top.dep_ not in CLAUSES or top.head == top:
            return None
        top = top.head
    if top == verb or is_passive(top):
        return None
    return _relative(top) or speaker(top, without=[*hop.cue, *hop.content])


def _without_case(noun: Token | None) -> Span | None:
    """Return the phrase of a noun behind its preposition, up to a clause on it."""
    if noun is None:
        return None
    first = next((c.i for c in noun.children if c.dep_ == "case"), noun.left_edge.i)
    clause = [c.left_edge.i for c in noun.children if c.i > noun.i and c.dep_ in ("acl", "acl:relcl", "advcl", "ccomp")]
    clause += [t.i for t in noun.subtree if t.i > noun.i and t.lower_ == "as"]
    return trimmed(noun.doc, first + 1, min([noun.right_edge.i + 1, *clause]))


def _inverted(hop: Hop, verb: Token) -> Hop:
    """Take the speaker off the end of what is told before the verb."""
    who = next((c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i), None)
    said = next((s for s in hop.content if who is not None and s.start < who.i < s.end <= hop.cue[0].start), None)
    if who is None or said is None or verb.lemma_.lower() not in TELLING or verb.tag_ not in FINITE:
        return hop
    source = subtree(who, without=hop.cue)
    if source is None or hop.cue[0].start - source.end > 1 or source.start - said.start < FEWEST:
        return hop
    left = trimmed(said.doc, said.start, source.start)
    if left is None:
        return hop
    return replace(hop, source=source, content=tuple(left if s == said else s for s in hop.content))


def _in_an_aside(hop: Hop, subject: Span) -> Hop:
    """Return who speaks in an aside, where its clause's subject was taken: "the government, suggests [Roe], could act".

    The subject is part of what is told.
    """
    doc, (cue,) = subject.doc, hop.cue
    told = next((span for span in hop.content if span.start == cue.end), None)
    comma = next((t.i for t in told[:LONGEST] if t.text == ","), None) if told is not None else None
    inverted = cue.root.tag_ in FINITE and cue.root.lemma_.lower() in TELLING and doc[cue.start - 1].text == ","
    if told is None or comma is None or comma + 1 >= told.end or not inverted or subject.end != cue.start - 1:
        return hop
    who, goes_on = doc[told.start : comma], doc[comma + 1].tag_ in (*FINITE, "MD")
    if not goes_on or who.root.pos_ not in ("NOUN", "PROPN") or any(t.pos_ in ("VERB", "AUX") for t in who):
        return hop
    rest = [span for span in hop.content if span != told]
    content = sorted([*rest, subject, doc[comma + 1 : told.end]], key=lambda span: span.start)
    return replace(hop, source=who, content=tuple(content))


def _with(hop: Hop, source: Span | None) -> Hop:
    """Return a hop with a source, which is no part of its content nor of its cue; without one as it is."""
    if source is None:
        return hop
    if overlap(source, hop.cue):  # "[described by the crew] [as a wreck]"
        word, first = hop.cue[0], source.start - 1
        if word.start >= first or word.end != source.end or word.doc[first].lower_ not in GIVERS:
            return hop
        hop = replace(hop, cue=(word.doc[word.start : first], *hop.cue[1:]))
    content: list[Span] = []
    for span in hop.content:
        if not overlap(span, [source]):
            content.append(span)
            continue
        first = source.start - (source.start > 0 and source.doc[source.start - 1].lower_ in GIVERS)
        parts = (trimmed(span.doc, span.start, first), trimmed(span.doc, source.end, span.end))
        content += [part for part in parts if part is not None]
    return replace(hop, source=source, content=tuple(content)) if content else hop
