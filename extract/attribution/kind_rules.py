"""What kind a hop is by its words, where they tell it more surely than the encoder.

The encoder looks at the cue; whether somebody speaks or a paper does is told by the source ("according to the firm",
"according to the filing"), what is hearsay by there being none, what is thought or refused by the verb.
"""

from __future__ import annotations

from spacy.tokens import Span, Token

from whosays.extract.attribution.attribution import Hop
from whosays.extract.attribution.filter.unsaid import NAMED, SPEAKERS
from whosays.extract.lexicon import hearsay_adverbs, kinds, verb_class, word_class
from whosays.extract.records import Kind, Stance
from whosays.extract.syntax import case_of, is_passive

_COPULAS = word_class("copulas")
_PICTURES = word_class("pictures")
_PAPERS = word_class("telling_papers") | word_class("telling_measures")
_COLLECTIONS = word_class("collections")
_SAID = verb_class("said_aloud")
_UNSAID = verb_class("withholding")
_TELLING = verb_class("answering") | verb_class("disclosing")
_NOT = word_class("not_words") | {"no", "unable", "cannot"}
_QUOTED_TOO = verb_class("thought_or_said")  # said aloud as often as thought
_GIVING_ONES_WORD = word_class("giving_ones_word")
_AGREED = word_class("agreed_in_writing")


def kind_by_words(hop: Hop, likeliest: Kind) -> Kind:
    """Return the kind of a hop; ``likeliest`` is what its cue looks like."""
    if not hop.cue:
        return "speech"
    root = hop.cue[0].root
    if hop.source is None:
        return _of_nobody(hop, root, likeliest)
    if root.lemma_.lower() == "plead":
        return "speech"
    if _withholds(hop):
        return "refusal"
    if _thinks(hop, root):
        return "thought"
    if likeliest == "refusal" and root.lemma_.lower() in verb_class("disputing"):
        likeliest = "speech"  # who dismisses a story has answered
    if likeliest == "thought" and root.pos_ == "VERB" and root.lemma_.lower() in _GIVING_ONES_WORD:
        likeliest = "speech"  # "claims to be a king", "vows to return"
    return _by_source(hop.source, root, likeliest)


def kind_by_stance(kind: Kind, stance: Stance) -> Kind:
    """Return the kind of a hop whose stance is told: silence is a refusal.

    Who could not check a claim says so, and so does who tells that another is silent, or that something is lacking.
    """
    if kind == "speech" and stance == "noComment":
        return "refusal"
    return "speech" if kind == "refusal" and stance in ("unverified", "reports", "asserts") else kind


def _of_nobody(hop: Hop, root: Token, likeliest: Kind) -> Kind:
    """Tell hearsay, which is nobody's: "reportedly", "is believed to", "claims that ..." without a claimant."""
    if hop.cue[0].text.lower() in hearsay_adverbs() or hop.cue[0][0].lower_ == "there":
        return "hearsay"
    lemma = root.lemma_.lower()
    if lemma in verb_class("informing") and root.tag_ == "VBN" and likeliest == "hearsay":
        return "speech"  # "the crew were told that it leaked": somebody has told them
    if lemma in verb_class("thinking") and root.pos_ == "VERB":
        return "hearsay" if is_passive(root) else "thought"
    if root.tag_ == "VBN" and lemma in verb_class("of_nobody") and likeliest != "document":
        return "hearsay"
    if root.pos_ == "NOUN" and lemma in word_class("feared"):
        return "thought"  # "fears that the dam may burst"
    claimed = root.pos_ == "NOUN" and lemma in word_class("told")
    return "hearsay" if claimed and likeliest in ("speech", "document") else likeliest


def _withholds(hop: Hop) -> bool:
    """Tell "declined to say", "would not discuss" and "have not disclosed" from what is only told in the negative."""
    words = [token for span in hop.cue for token in span]
    more = list(hop.content[0][:3]) if hop.content else []
    if any(token.lemma_.lower() in _UNSAID and token.pos_ == "VERB" for token in words):
        return any(token.lemma_.lower() in word_class("speaking") for token in (*words, *more))
    if any(token.lower_ in ("that", "guilty") for token in (*words, *more)) or hop.has_quotation_mark:
        return False
    last = next((token for token in reversed(words) if token.pos_ in ("VERB", "NOUN")), words[-1])
    tells = last.lemma_.lower() in _TELLING or last.lemma_.lower() in word_class("answers")
    return tells and any(token.lower_ in _NOT for token in words)


def _thinks(hop: Hop, root: Token) -> bool:
    """Tell what somebody thinks, wants or knows, as long as it is not quoted: "is convinced that", "plans to".

    So does a noun with whose it is ("their belief that"), and who "sees the vote as a test" or "remains confident".
    """
    lemma = root.lemma_.lower()
    if root.pos_ in ("NOUN", "PROPN"):
        return lemma in word_class("thoughts") and root.is_lower
    if root.pos_ == "VERB" and lemma in verb_class("thinking"):
        return not (lemma in _QUOTED_TOO and hop.has_quotation_mark)
    if root.pos_ == "VERB" and lemma in verb_class("considering") and not is_passive(root):
        return not hop.has_quotation_mark or lemma == "consider"
    minded = [token for span in hop.cue for token in span if token.lower_ in verb_class("minded")]
    joined = lemma in _COPULAS or root in minded
    return joined and any(token.pos_ in ("ADJ", "VERB") for token in minded)


def _by_source(source: Span, root: Token, likeliest: Kind) -> Kind:
    """Return what the source makes of a cue: a picture shows, a paper tells, and whoever bears a name speaks."""
    noun = _meant(source.root)
    lemma = noun.lemma_.lower()
    plain = noun.pos_ == "NOUN" and (not noun.ent_type_ or noun.is_lower)  # "a Lisk Gazette poll"
    if plain and lemma in _PICTURES and root.lemma_.lower() not in _SAID:
        return "showing"
    agreed = lemma in _AGREED and noun.ent_type_ not in NAMED  # "the Lund Convention"
    if agreed or (plain and (kinds(lemma) == {"document"} or lemma in _PAPERS) and lemma not in word_class("talks")):
        return "document" if likeliest in ("speech", "thought") else likeliest
    speaks = noun.ent_type_ in NAMED or bool(kinds(noun.lower_) & SPEAKERS) or bool(kinds(lemma) & SPEAKERS)
    if plain and not speaks and likeliest == "speech" and root.lemma_.lower() == "show":
        return "document"  # "sales numbers show a gain": whoever speaks does not show it
    if "document" in kinds(lemma) and not noun.ent_type_:  # "the paper" may be either
        return likeliest
    return "speech" if likeliest == "document" and speaks else likeliest


def _meant(noun: Token) -> Token:
    """Return what a collection is of: "messages" of "a series of messages"."""
    if noun.lemma_.lower() not in _COLLECTIONS:
        return noun
    return next((child for child in noun.children if child.i > noun.i and case_of(child) == "of"), noun)
