"""What nobody has said: the negated, the supposed, the yet to come, and what a deed or a thing is taken to show.

"Never said that the dam was safe" is nobody's word, and no silence either, as no question is left open; nor is what
"has yet to be announced", what a guard said "had he denied it", or what "the firm could refute" one day.  A board
that buys pumps, "indicating a wet spring", has said nothing of the weather, nor has the index whose fall "raises
questions".  What somebody quoted takes anybody to know ("you know", "people should understand") is no other voice.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from whosays.extract.attribution.attribution import Hop
from whosays.extract.attribution.filter.unmeant import is_unmeant
from whosays.extract.lexicon import kinds, verb_class, word_class
from whosays.extract.syntax import FINITE, is_passive

_NEVER = word_class("not_words")
_NOBODY = word_class("negative_subjects")
_SAYING = verb_class("arguing")
_IMPLYING = verb_class("implying") | verb_class("accusing")
_SHOWING = verb_class("indicating")
_TELLING = frozenset().union(*map(verb_class, ("saying", "reporting", "thinking", "showing", "asking", "appraising")))
_DISPUTING = verb_class("disputing")
_CONFERRING = verb_class("conferring")
_KNOWING = verb_class("knowing")
_BRINGING_OUT = verb_class("bringing_out")
_SUSPECTED = verb_class("of_nobody") & (verb_class("charging") | verb_class("accusing"))
_THINKING = verb_class("thinking") | verb_class("knowing") | frozenset(("calculate", "reckon"))
_UNASKED = verb_class("asking") | verb_class("wondering") | verb_class("accusing")
_POSSIBLE = frozenset(("can", "could", "may", "might", "must", "should"))
_DEEDS = word_class("deeds")
_LEFT_OPEN = word_class("question_words")
_ANYBODY = word_class("anybody")
_TOLD_BY = word_class("telling_measures") | word_class("pictures")
NAMED = frozenset(("Person", "Organization", "Outlet", "MilitaryUnit", "Place"))
SPEAKERS = frozenset(("person", "people", "organisation", "outlet", "unit"))


def is_unsaid(hop: Hop) -> bool:
    """Tell whether nobody says a hop's content, however much its cue looks like telling."""
    if not hop.cue or not hop.content:
        return False
    plain = is_unmeant(hop) or _is_known(hop) or _appears(hop)
    return plain or (not hop.has_quotation_mark and any(test(hop) for test in _TESTS))


def _words(hop: Hop) -> list[Token]:
    return [token for span in hop.cue for token in span]


def _is_negated(hop: Hop) -> bool:
    return any(token.lower_ in _NEVER for token in _words(hop))


def _is_never_said(hop: Hop) -> bool:
    """Tell "never said that the dam was safe"; "no group claimed the raid" is nobody's word, too.

    Who "was not suggesting a closure" has not doubted one, and who "has not accused" somebody was asked nothing: the
    writer tells what is not meant.
    """
    if hop.source is None:
        return False
    last, first = hop.cue[-1][-1], hop.content[0][0]
    declares = first.lower_ == "that" or hop.content[0].root.tag_ in ("VBD", "VBZ", "VBP")
    declares = declares or (last.lemma_.lower() == "claim" and any(token.tag_ in FINITE for token in hop.content[0]))
    unsaid = last.lemma_.lower() in _IMPLYING or (last.lemma_.lower() in _SAYING | {"claim"} and declares)
    if hop.source[0].lower_ in _NOBODY and hop.source[0].lower_ != "neither":
        return unsaid or last.lemma_.lower() == "claim"
    return _is_negated(hop) and unsaid and first.lower_ not in _LEFT_OPEN


def _is_open(hop: Hop) -> bool:
    """Tell "the firm could refute the claims": what may be disputed one day, nobody has disputed."""
    words = {token.lower_ for token in _words(hop)}
    disputes = hop.source is not None and hop.cue[0].root.lemma_.lower() in _DISPUTING
    return disputes and bool(words & _POSSIBLE) and not words & _NEVER


def _is_guessed(hop: Hop) -> bool:
    """Tell "the rebels may have calculated that nobody would answer": the writer guesses what somebody thought."""
    verb = hop.cue[0].root
    helping = {child.lower_ for child in verb.children if child.dep_ == "aux" and child.i < verb.i}
    guessed = verb.tag_ == "VBN" and "have" in helping and bool(helping & {"could", "may", "might"})
    return guessed and verb.lemma_.lower() in _THINKING


def _is_of_any(hop: Hop) -> bool:
    """Tell "the first time [any official] confirmed it": nobody in particular."""
    return hop.source is not None and hop.source[0].lower_ == "any" and len(hop.source) > 1


def _is_left_unasked(hop: Hop) -> bool:
    """Tell "reports of the floods, without questioning whether the dam is needed": nobody asks."""
    verb = hop.cue[0].root
    undone = any(child.dep_ == "mark" and child.lower_ == "without" for child in verb.children)
    return undone and verb.lemma_.lower() in _UNASKED


def _is_for_example(hop: Hop) -> bool:
    """Tell the "say" of "by purchasing, say, a new oven"."""
    word = hop.cue[0][0]
    alone = hop.source is None and len(hop.cue) == len(hop.cue[0]) == 1 and word.lower_ == "say"
    return alone and 0 < word.i < len(word.doc) - 1 and word.nbor(-1).text == word.nbor().text == ","


def _is_supposed(hop: Hop) -> bool:
    """Tell "if they indicate a slump" and "had he denied it", which only say what would be."""
    verb = hop.cue[0].root
    before = [child for child in verb.children if child.i < verb.i]
    if verb.dep_ == "advcl" and any(child.dep_ == "mark" and child.lower_ in ("if", "unless") for child in before):
        return not any(child.lower_ in ("as", "even") for child in before)
    subject = next((child for child in before if child.dep_ == "nsubj"), None)
    had = next((child for child in before if child.dep_ == "aux" and child.lower_ == "had"), None)
    return subject is not None and had is not None and had.i < subject.i and verb.sent[-1].text != "?"


def _is_to_come(hop: Hop) -> bool:
    """Tell "will discuss the tariffs" and "met to discuss a strike": of what they say then nothing is told."""
    verb = hop.cue[0].root
    if verb.lemma_.lower() not in _CONFERRING or verb.tag_ != "VB":
        return False
    helpers = {child.lower_ for child in verb.children if child.i < verb.i}
    return bool(helpers & {"will", "to", "would", "’ll", "'ll"})


def _is_withheld(hop: Hop) -> bool:
    """Tell "has not yet announced a date" and "offered no proof": not yet out is not refused, and proof is no word.

    Who "would not reveal" or "has not disclosed" it has been asked, and has kept silent.
    """
    words = _words(hop)
    verb = next((token for token in words if token.lemma_.lower() in _BRINGING_OUT), None)
    if verb is None or hop.source is None:
        return False
    lemmas = {token.lemma_.lower() for token in words}
    undone = _is_negated(hop) or bool(lemmas & {"yet", "no", "without"})
    undone = undone or (verb.i > 0 and verb.nbor(-1).lower_ == "without")
    things = {c.lemma_.lower() for c in verb.children if c.dep_ == "obj"}
    proof = bool(things & word_class("proof")) or hop.content[0].root.lemma_.lower() in word_class("proof")
    pending = ("have" in lemmas and verb.tag_ == "VBN") or "yet" in lemmas
    return undone and (proof or (pending and verb.lemma_.lower() in verb_class("announcing")))


def _is_inferred(hop: Hop) -> bool:
    """Tell "[Roe's mill] buys pumps, [indicating] [a wet spring]": what a deed shows, no voice says."""
    verb, source = hop.cue[0].root, hop.source
    if verb.lemma_.lower() not in _SHOWING or verb.tag_ != "VBG" or verb.dep_ not in ("advcl", "conj", "xcomp"):
        return False
    if source is None or source.root.head == verb or verb.head.lemma_.lower() in _TELLING:
        return False
    paper = _is_paper(source.root.lemma_.lower())  # "a story implying that he fled"
    return not paper and source.root.ent_type_ != "Person" and source.root.pos_ != "PRON"


def _is_paper(lemma: str) -> bool:
    return "document" in kinds(lemma) or lemma in word_class("telling_papers")


def _raises(hop: Hop) -> bool:
    """Tell "the photograph raises questions about who was asked": a thing asks nothing."""
    words = {token.lemma_.lower() for token in _words(hop)}
    if hop.source is None or not words & {"raise", "prompt", "spark"} or not words & word_class("feared_or_asked"):
        return False
    who, lemma = hop.source.root, hop.source.root.lemma_.lower()
    picture = lemma in word_class("pictures")
    somebody = who.ent_type_ in NAMED or who.pos_ == "PRON" or bool(kinds(lemma) & SPEAKERS)
    return picture or not (somebody or _is_paper(lemma))


def _appears(hop: Hop) -> bool:
    """Tell "the economy has shown signs of life": what can be seen of a thing, nobody says; of papers it is told.

    Nor does who "has expressed little interest in the mill", or envy.
    """
    verb = hop.cue[0].root
    if hop.source is None or verb.lemma_.lower() not in ("express", "show"):
        return False
    who = hop.source.root
    if verb.lemma_.lower() == "express":
        return any(child.dep_ == "obj" and child.lemma_.lower() in word_class("felt") for child in verb.children)
    seen = hop.content[0].root.lemma_.lower() in word_class("seen_of_a_thing")
    return seen and not _is_paper(who.lemma_.lower()) and who.lemma_.lower() not in _TOLD_BY


def _brings_about(hop: Hop) -> bool:
    """Tell "slow sales convinced the board", "saw profits fall" and "adding to fears": what happened, or a cause."""
    verb, source = hop.cue[0].root, hop.source
    lemma = verb.lemma_.lower()
    if source is None or is_passive(verb):
        return False
    if lemma == "fail" and hop.cue[-1][-1].lemma_.lower() in ("convince", "persuade"):
        return True
    if lemma in ("convince", "persuade"):  # "left many convinced that" tells what many think
        return verb.tag_ in FINITE or any(child.dep_ in ("aux", "obj", "iobj") for child in verb.children)
    if lemma == "add":
        return hop.cue[-1].end < len(verb.doc) and verb.doc[hop.cue[-1].end].lower_ == "to" and verb.tag_ == "VBG"
    past = verb.tag_ in ("VBD", "VBN") and source.root.ent_type_ != "Person" and source.root.pos_ != "PRON"
    happens = any(c.tag_ == "VB" and not any(t.dep_ in ("mark", "aux") for t in c.children) for c in verb.children)
    viewed = any(token.lower_ == "as" for span in hop.content for token in span)
    return lemma == "see" and (past or happens) and not viewed


def _looms(hop: Hop) -> bool:
    """Tell "[the storm] threatened [to burst the dam]": what a thing or a deed may do, nobody says."""
    who = hop.source.root if hop.source is not None else None
    thing = who is not None and not who.ent_type_ and who.lemma_.lower() in word_class("looming") | _DEEDS
    return thing and hop.cue[0].root.lemma_.lower() == "threaten"


def _is_a_deed(hop: Hop) -> bool:
    """Tell "[the firing of Lund] shows [the price of silence]": what a deed shows, the writer says."""
    who = hop.source.root if hop.source is not None else None
    done = who is not None and not who.ent_type_ and who.lemma_.lower() in _DEEDS
    return done and hop.cue[0].root.lemma_.lower() in _SHOWING


def _lets(hop: Hop) -> bool:
    """Tell "the bill allows tenants to leave", "he called for help", "they call themselves guardians"."""
    verb, last = hop.cue[0].root, hop.content[-1]
    if verb.lemma_.lower() in verb_class("allowing"):
        return True
    if last.text.lower() == "help":
        return True
    named = verb.lemma_.lower() in verb_class("labelling") and not is_passive(verb)
    return named and hop.content[0][0].lower_ in word_class("reflexives")


def _is_disclaimed(hop: Hop) -> bool:
    """Tell "neither has been accused of theft" and "may not be seen as a defeat": nobody says so."""
    if hop.source is not None:
        return False
    verb = next((token for token in reversed(_words(hop)) if token.tag_ == "VBN"), None)
    if verb is None or verb.lemma_.lower() not in verb_class("of_nobody"):
        return False
    negative = hop.content[0][0].lower_ in _NOBODY
    return (negative and verb.lemma_.lower() in _SUSPECTED) or (
        _is_negated(hop) and any(token.tag_ == "MD" for token in _words(hop))
    )


def _is_news(hop: Hop) -> bool:
    """Tell "the [news] [that the mill had burned] came at dawn": so it had."""
    return hop.source is None and len(hop.cue) == 1 and hop.cue[0].text.lower() == "news"


def _is_known(hop: Hop) -> bool:
    """Tell what somebody quoted takes others to know, or wants them to: "you know that", "for people to realise that".

    "The crew knew that" and "they know that" are told of somebody.
    """
    verb, source = hop.cue[0].root, hop.source
    if hop.inside is None or source is None or verb.lemma_.lower() not in _KNOWING or verb.pos_ != "VERB":
        return False
    if source.text.lower() in _ANYBODY:
        return True
    wanted = verb.tag_ == "VB" and any(c.lower_ == "to" and c.i < verb.i for c in verb.children)
    return wanted or any(_disbelieves(governor) for governor in _governors(verb))


def _governors(verb: Token) -> Iterator[Token]:
    if verb.dep_ in ("ccomp", "xcomp"):
        yield verb.head


def _disbelieves(governor: Token) -> bool:
    """Tell "I don’t think [they understand how]"."""
    thinking = governor.lemma_.lower() in verb_class("thinking")
    return thinking and any(c.lower_ in _NEVER for c in governor.children)


_TESTS = (
    _is_never_said, _is_open, _is_guessed, _is_of_any, _is_left_unasked, _is_for_example, _is_withheld, _is_inferred,
    _raises, _brings_about, _is_supposed, _is_to_come, _looms, _is_a_deed, _lets, _is_disclaimed, _is_news,
)  # fmt: skip
