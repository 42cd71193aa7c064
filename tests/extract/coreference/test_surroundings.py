"""What the words around a name say that it names, whatever the recogniser took it for."""

from __future__ import annotations

import re

import pytest
import spacy
from spacy.tokens import Doc

from whosays.extract.coreference.naming.mentions import find_mentions
from whosays.extract.coreference.resolver import resolve

NLP = spacy.blank("en")
NLP.add_pipe("sentencizer")


SUBJECT = re.compile(r"\{?([\w ]+?)\}? (?:said|met)")


def read(marked: str) -> Doc:
    """Return the Doc of a text, of which the names in braces were taken for people's."""
    parts = [part.partition("}") for part in marked.split("{")]
    text = parts[0][0] + "".join(name + rest for name, _, rest in parts[1:])
    doc = NLP(text)
    spans, at = [], len(parts[0][0])
    for name, _, rest in parts[1:]:
        spans.append(doc.char_span(at, at + len(name), label="Person", alignment_mode="expand"))
        at += len(name) + len(rest)
    doc.set_ents([span for span in spans if span is not None], default="outside")
    return doc


def types(marked: str) -> dict[str, str]:
    """Return the names of a text with what they are names of."""
    return {mention.text: mention.type for mention in find_mentions(read(marked), [], [])}


@pytest.mark.parametrize(
    "text",
    [
        "Snow fell in {Velmark}.",
        "The army marched into {Velmark} at dawn.",
        "{Velmark}'s foreign minister resigned.",
        "{Velmark}'s troops left.",
        "{Velmark}'s Civil Protection Agency said so.",
        "The capital of {Velmark} was quiet.",
        "A {Velmark} military official agreed.",
        "Two mothers from {Velmark} wept.",
        "{Velmark} has won. The Velmarkian troops sang.",
    ],
)
def test_a_place_is_told_by_what_is_beside_it(text: str) -> None:
    """What has ministers, troops and a capital, and where one is, is no person."""
    assert types(text)["Velmark"] == "Place"


@pytest.mark.parametrize(
    "text",
    [
        "She has faith in {Velmark}.",
        "Mr {Velmark}'s troops left. {Velmark} wept.",
        "{Ann Velmark} left. {Velmark}'s officers stayed.",
        "A letter from {Velmark} came.",
        "It is in {Velmark}'s interest.",
    ],
)
def test_a_person_stays_one_beside_the_like(text: str) -> None:
    """Faith in somebody, a title and a full name tell a person."""
    assert set(types(text).values()) == {"Person"}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("They heard Radio {Sarn Free} say so.", {"Radio Sarn Free": "Outlet"}),
        ("They heard Harbour Radio {Ann Roe} say so.", {"Ann Roe": "Person"}),
    ],
)
def test_where_a_name_begins(text: str, names: dict[str, str]) -> None:
    """A radio's name begins with "Radio" where that stands alone before it."""
    assert types(text).items() >= names.items()


def test_one_place_tells_of_all_places_of_a_name() -> None:
    """Where a name is a place once, it is the place wherever nothing speaks for a person."""
    doc = read("{Velmark} won. {Velmark} lost. They met in {Velmark}.")
    assert [mention.type for mention in find_mentions(doc, [], [])] == ["Place"] * 3


def test_the_adjective_of_a_place_is_no_name() -> None:
    """ "Velmarki soldiers" name nobody where Velmark is a place."""
    assert types("Snow fell in {Velmark}. {Velmarki} soldiers froze.") == {"Velmark": "Place"}


def test_a_place_is_no_adjective_of_itself() -> None:
    """A name that ends like an adjective stays."""
    assert types("Snow fell in {Tallippi}.") == {"Tallippi": "Place"}


@pytest.mark.parametrize(
    "text",
    [
        "She posted a picture on {Plink}.",
        "He wrote on {Plink} that he was well.",
        "On {Plink}, the singer wrote that she was well.",
        "Her {Plink} account was closed.",
        "On the messaging app {Plink}, he agreed.",
        "{Plink}, a video platform, closed.",
    ],
)
def test_a_service_is_told_by_what_is_done_on_it(text: str) -> None:
    """Where one writes and has an account is no person."""
    assert types(text)["Plink"] == "Organization"


@pytest.mark.parametrize("firm", ["Selt Hydro", "Brandt Foods", "Ormond Shipping", "Tarn Energy", "Corvel Chemical"])
def test_a_firm_is_told_by_its_business(firm: str) -> None:
    """A name that ends in a line of business is a firm's."""
    assert types(f"They sued {{{firm}}}.")[firm] == "Organization"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The spokesman, Col{. Ruslan Atey} left.", ["Ruslan Atey"]),
        ("Mayor {Quist – Rafael}, that is, won.", ["Quist"]),
        ("President {Mirel Dzan of Zemr} spoke.", ["Mirel Dzan"]),
        ("Both Roe {and Willart} wept.", ["Willart"]),
        ("Then {— Ann Roe} left.", ["Ann Roe"]),
    ],
)
def test_a_name_has_no_marks_nor_places_around_it(text: str, names: list[str]) -> None:
    """Marks, "and" and whence somebody comes are no part of a person's name."""
    assert [entity.name for entity in resolve(read(text), []).entities if entity.named] == names


@pytest.mark.parametrize(
    ("text", "paper"),
    [
        ("She told the Argus Leader of Harrow Falls that it was over.", "Argus Leader"),
        ("The Corning Morning Leader reported that six men were hurt.", "Corning Morning Leader"),
        ("He told the Harrow Tribune Chief that he had resigned.", "Harrow Tribune Chief"),
        ("The Tarn Observer said that the dam held all night.", "Tarn Observer"),
        ("Velmark Today, the government paper, said so at noon.", "Velmark Today"),
    ],
)
def test_a_paper_may_end_in_a_role(text: str, paper: str) -> None:
    """Leaders, chiefs and observers are papers too."""
    assert types(text)[paper] == "Outlet"


@pytest.mark.parametrize(
    "text",
    [
        "The Opposition Leader said that it was over.",
        "The House Majority Leader told them of it at noon.",
        "They told Party Leader Ann Roe that it was over.",
        "Fire Chief Ann Roe said that it was over.",
        "Hill Rebels Kill The Valley Leader At Noon",
    ],
)
def test_a_leader_of_something_is_no_paper(text: str) -> None:
    """Who leads a party, and whose title stands before a name, is a person."""
    assert "Outlet" not in types(text).values()


def test_the_observer_is_the_outlet_of_that_name() -> None:
    """ "The Observer" with a capital is the paper whose name ends so."""
    text = "Letters seen by the Observer say so."
    (entity,) = resolve(NLP(text), [], outlet="The Tarn Valley Observer").entities
    assert (entity.name, entity.type) == ("The Tarn Valley Observer", "Outlet")


@pytest.mark.parametrize("site", ["U.S.", "United Kingdom", "Norway"])
def test_a_site_named_like_a_country_is_not_the_country(site: str) -> None:
    """The country stays a place, and "we" is the site beside it."""
    doc = NLP(f"Rain fell in {site} again. We have seen the list.")
    we = doc.text.index("We")
    referents = resolve(doc, [(we, we + 2)], outlet=site)
    by_id = {entity.id: entity for entity in referents.entities}
    assert by_id[referents.of((we, we + 2)) or ""].type == "Outlet"
    assert "Place" in {entity.type for entity in referents.entities}


def who(text: str, source: str, *more: str) -> str | None:
    """Return the name of the entity of a source; of several places the last is meant."""
    doc = read(text)
    at = [(start, start + len(each)) for each in (source, *more) if (start := doc.text.rindex(each)) >= 0]
    referents = resolve(doc, at)
    return next((entity.name for entity in referents.entities if entity.id == referents.of(at[0])), None)


@pytest.mark.parametrize("name", ["WHO", "IT"])
def test_a_pronoun_in_capitals_is_a_name(name: str) -> None:
    """ "WHO said" is the organisation in a text that is not all in capitals."""
    assert who(f"The fever is over, {name} said on Monday.", name) == name


def test_a_body_that_spells_a_pronoun_ends_no_source() -> None:
    """ "The WHO said" names a body, and is no "the ..." of whom "who" tells more."""
    assert who("The WHO said the fever is over.", "The WHO") == "WHO"


def test_in_a_headline_of_capitals_a_pronoun_is_one() -> None:
    """Where everything is in capitals, they tell nothing."""
    assert who("DOCTORS WHO SAID SO LEFT", "WHO") in (None, "DOCTORS")


@pytest.mark.parametrize(
    "text",
    [
        "{Hask} said the inquest came too late. “Somebody should have gone the night {Lund} drowned,” he said.",
        "{Hask} spoke at noon. “{Lund} knew of it. {Lund} did nothing,” he said.",
        "{Hask} wept. “I saw {Lund} fall,” he said.",
    ],
)
def test_who_is_named_in_a_quotation_only_does_not_speak_it(text: str) -> None:
    """A pronoun outside a quotation means somebody who is named outside of one, if there is such a one."""
    assert who(text, "he", "Hask") == "Hask"


def test_who_is_named_in_a_quotation_only_may_be_meant_where_nobody_else_is() -> None:
    """Without anybody outside, the one in the quotation it is."""
    assert who("“{Lund} has won,” they cried. Then he bowed.", "he") == "Lund"


def test_a_source_that_cuts_a_name_has_the_whole_name() -> None:
    """The tagger's "Velmark" of "Velmark Today" is the paper."""
    assert who("Velmark Today, the state paper, said that it was over.", "Velmark") == "Velmark Today"


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("Chairman, CEO and president {Craig Mener}", "Craig Mener"),
        ("Co-founder and chief executive {Ida Brandt}", "Ida Brandt"),
        ("Bristan Islands (BI) Governor {Jon Rankle}", "Jon Rankle"),
        ("Former Minister for Rivers {Nicola Morden}", "Nicola Morden"),
        ("Secretary of State {Ida Brandt}", "Ida Brandt"),
    ],
)
def test_who_speaks_behind_titles_is_the_named_one(source: str, name: str) -> None:
    """Several titles, a territory with its short form and an office of several words lead to one person."""
    bare = source.replace("{", "").replace("}", "")
    assert who(f"{source} said the river was safe.", bare) == name


def test_officials_and_a_mayor_are_several() -> None:
    """Others who speak beside somebody are no titles."""
    assert who("Residents and mayor {Ida Brandt} said so.", "Residents and mayor Ida Brandt") != "Ida Brandt"


@pytest.mark.parametrize(
    ("first", "noun"),
    [
        ("{Theresa Lund} said the sailors had drowned.\n\n", "The bishop"),
        ("Ormond Research said most were angry. ", "The union"),
        ("Ormond Research said most were angry. ", "The jury"),
        ("The Ministry of Tides said it was over. ", "The agency"),
        ("The Joint Chiefs of Staff met. ", "The US military"),
    ],
)
def test_a_description_does_not_go_to_an_unrelated_name(first: str, noun: str) -> None:
    """Somebody in another paragraph, and a body of another kind, stay somebody else."""
    found = who(f"{first}{noun} said so.", noun, *SUBJECT.findall(first))
    assert (found or "").removeprefix("The ") == noun.removeprefix("The ")


@pytest.mark.parametrize(
    ("title", "noun"),
    [("Gen.", "The general"), ("Sen.", "The senator"), ("Gov.", "The governor"), ("Capt.", "The captain")],
)
def test_a_rank_in_short_is_a_role(title: str, noun: str) -> None:
    """ "The general" is who was "Gen." before, paragraphs before too."""
    assert who(f"{title} {{Theresa Lund}} spoke.\n\nSnow fell.\n\n{noun} said so.", noun) == "Theresa Lund"
