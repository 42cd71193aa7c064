"""What the article says somebody is ("lawmaker", "head of the Centre for ..."), and who "the lawmaker" then is."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from spacy.tokens import Doc, Token

from whosays.extract.coreference.name_clusters import Cast
from whosays.extract.coreference.naming.bodies import ARTICLES
from whosays.extract.coreference.naming.offices import is_possessive, office_before
from whosays.extract.coreference.naming.spans import Mention
from whosays.extract.coreference.naming.surroundings import opens_dateline
from whosays.extract.coreference.noun_phrase import PREPOSITIONS, Phrase
from whosays.extract.coreference.referent import ORGANISED, Referent
from whosays.extract.lexicon import (
    answers,
    countries_in,
    country_of,
    fold,
    is_people,
    kinds,
    modifier_shown_by,
    ranks,
    role_phrases,
    senses,
    singular,
    titles,
    word_class,
    words_of,
)

LONGEST_ROLE = 14  # tokens
ENDS_OF_ROLE = frozenset((",", ".", ")", "(", "—", "–", ";", ":"))
KEPT_AFTER_ROLE = frozenset(("of", "for", "at", "and", "the"))
PREMODIFIER_TAGS = ("JJ", "JJS", "JJR", "NN", "NNP", "NNPS", "HYPH", "VBN", "VBG")
PREMODIFIERS = word_class("premodifiers")
SPOKEN = ("VBD", "VBZ", "VBP", "MD")  # tags of what a subject does
BE = frozenset(("is", "was", "became", "remains"))
GENERIC = word_class("any_body")  # nouns that any organisation may be taken up with when nothing better fits
INSTITUTIONS = word_class("institutions")  # must be in name or role: no unknown body is "the ministry"
SCHOLARLY = word_class("scholarly")
OF_ONE_STATE = frozenset(("government", "media", "military", "police"))  # "the French police" are no body of no country
COLLECTIVE = word_class("plurals_of_one_body")
STRONG, WEAK, NONE = 2, 1, 0


def attach_roles(doc: Doc, cast: Cast) -> None:
    """Record for every named person and organisation the roles written beside its names."""
    for mention, referent in sorted(cast.by_mention.items(), key=lambda item: item[0].start):
        if mention.type == "Place":
            continue
        for role, countries in roles_beside(doc, mention):
            if _fits(role, referent):
                referent.add_role(role, countries)
        referent.countries |= _owner_countries(doc, mention.start)


def _fits(role: str, referent: Referent) -> bool:
    core = " ".join(_core_words(role.split())).lower().replace("- ", "-").replace(" -", "-")
    found = {kind for noun in role_phrases(core)[-1:] if core.endswith(noun) for kind in kinds(noun)}
    return "person" in found if referent.type == "Person" else bool(found & {"organisation", "outlet", "unit"})


def _core_words(words: list[str]) -> list[str]:
    """Return the words before the first preposition, so that "head of the agency" is a head, not an agency."""
    stop = next((i for i, word in enumerate(words) if i and word.lower() in PREPOSITIONS), len(words))
    return words[:stop]


def roles_beside(doc: Doc, mention: Mention) -> Iterator[tuple[str, frozenset[str]]]:
    yield from _before(doc, mention)
    yield from _after(doc, mention)
    yield from _apposed_before(doc, mention)
    yield from _ranks(doc, mention)


def _ranks(doc: Doc, mention: Mention) -> Iterator[tuple[str, frozenset[str]]]:
    """Yield "general" for "Gen." before a name: "the general" is who has that rank."""
    before = doc[max(0, mention.start - 2) : mention.start]
    found = [ranks()[fold(token.text)] for token in before if fold(token.text) in ranks()]
    yield from ((rank, frozenset()) for rank in found[-1:])


def _before(doc: Doc, mention: Mention) -> Iterator[tuple[str, frozenset[str]]]:
    """Yield "Ukrainian President" before "Volodymyr Zelenskyy"; the last word must be a role, "Mr" is none."""
    end = mention.start
    start = office_before(doc, end) if mention.type == "Person" else None  # "Secretary of State Jo Roe"
    if start is None:
        while end and _is_title(doc[end - 1]):
            end -= 1
        start = end
    while start and _may_precede(doc[start - 1], nearest=start == end, kind=mention.type):
        start -= 1
    if start < end:
        text = _text(doc, start, end)
        yield text.rpartition(")")[2] if "(" not in text else text, _owner_countries(doc, start)


def _is_title(token: Token) -> bool:
    return (fold(token.text) in titles() or token.text == ".") and not senses(token.text)


def _may_precede(token: Token, *, nearest: bool, kind: str) -> bool:
    if nearest:
        wanted = {"person"} if kind == "Person" else {"organisation", "outlet", "unit"}
        verb = token.tag_ in ("VBD", "VBN", "VBZ", "VBP")  # "she accused Carrow"
        whole = _compound(token)
        noun = whole if kinds(whole) else token.text.rpartition(")")[2]  # "(XYZ)President": a page has lost a space
        return bool(kinds(noun) & wanted) and singular(noun.lower()) == noun.lower() and not verb
    if (token.is_punct and token.text not in ("-", ".")) or token.is_space or is_possessive(token):
        return False
    if token.text == "-" or (token.i + 1 < len(token.doc) and not token.whitespace_ and token.nbor().text == "-"):
        return True
    if token.tag_:
        return token.tag_ in PREMODIFIER_TAGS and token.lower_ not in PREPOSITIONS
    return bool(senses(token.text)) or (token.text[:1].isupper() and not token.is_stop) or token.lower_ in PREMODIFIERS


def _compound(token: Token) -> str:
    """Return "President-elect", of which a token is the last word."""
    joined = token.i > 1 and token.nbor(-1).text == "-" and not token.nbor(-1).whitespace_
    return token.doc[token.i - 2 : token.i + 1].text if joined else token.text


def _after(doc: Doc, mention: Mention) -> Iterator[tuple[str, frozenset[str]]]:
    """Yield "head of the Center for ..." after ", " or "is a", a bracketed acronym skipped."""
    position = mention.end
    if position + 2 < len(doc) and doc[position].text == "(" and doc[position + 2].text == ")":
        position += 3
    if position + 1 >= len(doc):
        return
    copula = doc[position].lower_ in BE and doc[position + 1].lower_ in ("a", "an", "the")
    if doc[position].text not in (",", "—", "–", "(") and not copula:
        return
    if doc[position].text in ("—", "–") and opens_dateline(doc, mention):
        return
    start = position + 1
    while start + 1 < len(doc) and (doc[start].like_num or doc[start].text == ",") and start < position + 3:
        start += 1
    end = _role_end(doc, start)
    if not copula and end < len(doc) and doc[end].tag_ in SPOKEN and doc[start].lower_ in ARTICLES:
        return  # "the pictures with Roe, the source said"
    if not copula and end > start and _is_of_the_sentence(doc[start:end].root, doc[mention.start : mention.end].root):
        return  # "In a post on Chirper, Korrin's mission said"
    if end == len(doc) or doc[end].text in ENDS_OF_ROLE - {"("} or copula or _closes(doc[end]):
        start = _behind_owner(doc, start, end)
        yield _text(doc, start, end), _owner_countries(doc, start)


def _is_of_the_sentence(told: Token, name: Token) -> bool:
    """Tell whether what stands behind a name and a comma is a sentence's subject, in whose adjunct the name stands."""
    return told.dep_.startswith("nsubj") and name.dep_.startswith(("obl", "nmod", "appos")) and told.head.i > told.i


def _behind_owner(doc: Doc, start: int, end: int) -> int:
    """Return where what somebody is to somebody begins: "wife" of "Lady Roe, the prime minister's wife"."""
    owners = (i for i in range(start + 1, end) if is_possessive(doc[i]) and "person" in kinds(doc[i - 1].text))
    return max(owners, default=start - 1) + 1


def _closes(token: Token) -> bool:
    return token.lower_ in PREPOSITIONS or token.is_space or token.tag_ in (*SPOKEN, "VBG")


def _role_end(doc: Doc, start: int) -> int:
    """Return where the role noun phrase ends: at punctuation, a verb, or a preposition other than "of" or "for"."""
    position = start
    while position < min(len(doc), start + LONGEST_ROLE):
        token = doc[position]
        doing = token.tag_ == "VBG" and position > start and doc[position - 1].tag_.startswith("NN")
        if token.text in ENDS_OF_ROLE or token.is_space or token.tag_ in ("VBD", "VBZ", "MD") or doing:
            break
        if token.lower_ in PREPOSITIONS and token.lower_ not in KEPT_AFTER_ROLE:
            break
        position += 1
    return position


def _apposed_before(doc: Doc, mention: Mention) -> Iterator[tuple[str, frozenset[str]]]:
    """Yield "military intelligence agency" of "Ukraine's military intelligence agency, the GUR,"."""
    comma = mention.start - 1
    while comma > 0 and (doc[comma].lower_ in ARTICLES or fold(doc[comma].text) in titles() or doc[comma].text == "."):
        comma -= 1
    closed = mention.end >= len(doc) or not doc[mention.end].is_alpha or _closes(doc[mention.end])
    if comma < 2 or doc[comma].text != "," or not closed:
        return
    start = comma
    while start > max(0, comma - LONGEST_ROLE) and _inside_phrase(doc[start - 1]):
        start -= 1
    if start > 2 and doc[start - 2].lower_ == "to" and doc[start - 3].lower_ == "according":
        return  # "according to the lawyer, Roe knew it"
    determined = start > 0 and (doc[start - 1].lower_ in ARTICLES or is_possessive(doc[start - 1]))
    if start < comma and (determined or doc[start].is_sent_start):
        yield _text(doc, start, comma), _owner_countries(doc, start)


def _inside_phrase(token: Token) -> bool:
    if (token.is_punct and token.text != "-") or token.is_space or is_possessive(token) or token.lower_ in ARTICLES:
        return False
    return not token.tag_ or token.tag_.startswith(("NN", "JJ", "IN", "HYPH"))


def _owner_countries(doc: Doc, start: int) -> frozenset[str]:
    """Return the country of "South Korea's" right before a phrase."""
    if start < 2 or not is_possessive(doc[start - 1]):
        return frozenset()
    words = doc[max(0, start - 5) : start - 1]
    for size in range(len(words), 0, -1):
        text = words[len(words) - size :].text
        if text[:1].isupper() and (country := country_of(text)):
            return frozenset((country,))
    return frozenset()


def _text(doc: Doc, start: int, end: int) -> str:
    while start < end and doc[start].lower_ in ARTICLES:
        start += 1
    return " ".join(doc[start:end].text.split()).strip(" ,.;-–—")


def described_countries(doc: Doc, phrase: Phrase) -> frozenset[str]:
    """Return the countries a description points to, in its possessor or among its modifiers."""
    owner = _text(doc, phrase.owner[0], phrase.owner[1] - 1) if phrase.owner else ""
    whole = country_of(owner) if owner[:1].isupper() else None
    found = countries_in(" ".join(phrase.modifiers)) | countries_in(owner)
    return found | ({whole} if whole else set())


def fit(phrase: Phrase, referent: Referent, countries: frozenset[str]) -> int:
    """Grade how a description fits a referent: ``STRONG`` by role or class, ``WEAK`` by kind alone, ``NONE``."""
    if referent.type == "Place" or (phrase.plural != referent.plural and not _collective(phrase, referent)):
        return NONE
    of_state = referent.countries or (phrase.noun in OF_ONE_STATE and referent.type != "MilitaryUnit")
    foreign = of_state and countries and not countries & referent.countries
    if foreign or _is_another(phrase, referent) or is_paper_alone(phrase, referent):
        return NONE
    if not kinds(phrase.head) - {"document"}:  # "the brochure" after "a Finnish online brochure"
        return STRONG if not referent.named and _is_told_as(phrase.head, referent) else NONE
    if not _kind_fits(phrase, referent) or not _modifiers_shown(phrase, referent):
        return NONE
    if any(answers(phrase.head, noun) for noun in referent.nouns()):
        return STRONG
    return WEAK if _may_be_any(phrase, referent) else NONE


def _is_told_as(document: str, referent: Referent) -> bool:
    """Tell "a new report on ferries" from "the report team" and "a clerk in a state", who are neither."""
    words, person = words_of(referent.description), referent.type == "Person" and "document" in kinds(document)
    core = list(takewhile(lambda word: word not in PREPOSITIONS - {"of"}, words))
    return document in core and not (person or kinds("".join(words[words.index(document) + 1 :][:1])) - {"document"})


def is_paper_alone(phrase: Phrase, referent: Referent) -> bool:
    """Tell whether "the organisation" would be a document that the article only describes: "reports by witnesses"."""
    nouns = () if referent.named else role_phrases(referent.description)
    return bool(nouns) and kinds(nouns[0]) == {"document"} and "document" not in kinds(phrase.head)


def is_of_scholars(phrase: Phrase) -> bool:
    """Tell "the new paper" of researchers from "the paper" that people buy."""
    return phrase.head == "paper" and not SCHOLARLY.isdisjoint(word.lower() for word in phrase.modifiers)


def _is_another(phrase: Phrase, referent: Referent) -> bool:
    """Tell whether a body goes by other names than those before a noun: "the Roe campaign" is not the Lund campaign.

    Adjectives of countries and peoples say less.
    """
    if referent.type == "Outlet" and is_of_scholars(phrase):
        return True
    told = (w for w in phrase.telling if w[:1].isupper() or (len(w) == 1 and w.isalpha()))  # "the i newspaper"
    names = (w for w in told if not country_of(w) and not is_people(w))
    return referent.type != "Person" and not {part for word in names for part in words_of(word)} <= referent.words


def _may_be_any(phrase: Phrase, referent: Referent) -> bool:
    """Tell whether a noun fits an organisation of which no class is known ("the company" for "Orbex")."""
    if referent.type not in ORGANISED:
        return False
    if "outlet" in kinds(phrase.head) and (referent.type == "Outlet" or phrase.head in ("blog", "site", "website")):
        return referent.type == "Outlet" and not any("outlet" in kinds(noun) for noun in referent.nouns())
    said = [word for word in phrase.telling if not country_of(word) and not is_people(word)]
    return phrase.head in GENERIC or not (referent.nouns() or phrase.head in INSTITUTIONS or said)


def _collective(phrase: Phrase, referent: Referent) -> bool:
    """Tell whether a plural noun names one body ("intelligence services", "armed forces"); "companies" are several."""
    one = phrase.noun in COLLECTIVE or not referent.named
    body = referent.type in ORGANISED and not referent.plural
    return one and body and bool(kinds(phrase.head) & {"organisation", "unit"})


def _kind_fits(phrase: Phrase, referent: Referent) -> bool:
    found = kinds(phrase.head)
    if referent.type == "Person":
        return bool(found & {"person", "people"})
    return bool(found & {"organisation", "outlet", "unit"})


def _modifiers_shown(phrase: Phrase, referent: Referent) -> bool:
    if referent.type == "Person":
        return True
    if (
        not referent.named
        and not {w for w in words_of(" ".join(phrase.modifiers)) if not is_people(w)} <= referent.words
    ):
        return False
    texts = [*phrase.modifiers, *phrase.head.split()[:-1]]
    shown = (modifier_shown_by(word.lower()) for word in texts)
    return all(any(word in referent.words for word in words) for words in shown if words)
