"""Bodies and papers go by the fullest name that is theirs: all who issued a poll, and no part for the whole."""

from __future__ import annotations

import pytest

from tests.extract.coreference.test_fullest_names import found, meant, name_of, read
from tests.extract.coreference.test_last_told_of import parsed
from whosays.extract.coreference.naming.matching import abbreviates, same_organisation
from whosays.extract.coreference.naming.mentions import find_mentions
from whosays.extract.lexicon import kinds


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("a Marl Gazette/Orbex poll", "Marl Gazette and Orbex"),
        ("a survey by the Marl Gazette and pollsters Orbex", "Marl Gazette and Orbex"),
        ("a survey by the Marl Gazette , Lundby and Orbex", "Marl Gazette, Lundby and Orbex"),
        ("a survey by the Marl Gazette", "Marl Gazette"),
        ("a survey by Orbex for the Marl Gazette", "Orbex"),
    ],
)
def test_a_poll_is_of_all_who_issued_it(source: str, name: str) -> None:
    """No partner is lost behind a stroke or "and"."""
    assert name_of(f"Few sail, said {source} today.", source, Organization="Marl Gazette; Orbex; Lundby") == name


def test_a_poll_of_a_partner_nobody_knows_keeps_its_words() -> None:
    """Half of those who issued it are not all."""
    source = "an Xq/Orbex poll"
    assert name_of(f"Few sail, said {source} today.", source, Organization="Orbex") == source


@pytest.mark.parametrize(
    "source", ["a report by the research firm Orbex", "a letter from deputy press director Ida Lund"]
)
def test_a_noun_for_the_issuer_may_stand_before_the_name(source: str) -> None:
    """What somebody is hides nobody."""
    entity = meant(f"Few sail, said {source} today.", source, Organization="Orbex", Person="Ida Lund")
    assert entity is not None
    assert entity.named


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "sources", "name"),
    [
        (
            "Few sail, a recent poll by the Marl Institute and Orbex Research shows. The poll found that most walk.",
            ["The poll"],
            "Marl Institute and Orbex Research",
        ),
        (
            "A report out Friday from Orbex Research said few sail.",
            ["A report out Friday from Orbex Research"],
            "Orbex Research",
        ),
        (
            "A new report says few sail. Report chairman Peter Hask said he was stunned. The report said more.",
            ["A new report", "Report chairman Peter Hask", "The report"],
            "A new report",
        ),
        (
            "Half of the poll's respondents said they sail. The poll found that most walk.",
            ["Half of the poll's respondents", "The poll"],
            "poll",
        ),
    ],
)
def test_the_poll_is_the_one_told_of(text: str, sources: list[str], name: str) -> None:
    """Whoever issued it is named with it, wherever that is; whoever chairs it, or answers it, is another."""
    entity = parsed(text, *sources)
    assert entity is not None
    assert entity.name == name


@pytest.mark.parametrize("network", ["Reddit", "Facebook"])
def test_posts_on_a_network_are_of_its_users(network: str) -> None:
    """The network has not written them."""
    source = f"the {network} posts"
    entity = meant(f"Few sail, said {source} today.", source, Organization=network)
    assert entity is None or entity.name != network


@pytest.mark.parametrize(
    ("part", "whole"),
    [("KBN", "KBN Sports Network"), ("Lund", "Lund administration"), ("Orbex", "Orbex Community Hub")],
)
def test_a_part_is_not_the_whole(part: str, whole: str) -> None:
    """A product, a part, or those who serve somebody have longer names than who is meant."""
    assert not same_organisation(part, whole)


@pytest.mark.parametrize(("short", "whole"), [("KBN", "KBN News"), ("KBN", "KBN Corp."), ("Orbex", "Orbex Research")])
def test_a_longer_name_of_the_same(short: str, whole: str) -> None:
    """What says of which sort a body is makes its name fuller."""
    assert same_organisation(short, whole)


def test_articles_may_be_left_out_of_initials() -> None:
    """ "PFTR" and "PFR" are both People for the River."""
    assert abbreviates("PFR", "People for the River")
    assert abbreviates("PFTR", "People for the River")


@pytest.mark.parametrize("name", ["Goldman Hask", "Wisman Orlun", "Bergman Lund"])
def test_a_surname_may_end_like_a_trade(name: str) -> None:
    """With a capital, only a known word is a trade."""
    assert found(f"Snow fell, {name} said.", Person=name) == [name]
    assert kinds("Fireman") == {"person"}


@pytest.mark.parametrize(
    ("text", "entities", "names"),
    [
        (
            "Snow fell, the Port Authority of Old Marl and Orlune said.",
            "Port Authority",
            "Port Authority of Old Marl and Orlune",
        ),
        ("Snow fell, the Ferry Community of Old Marl said.", "Ferry Community", "Ferry Community of Old Marl"),
        ("Snow fell, the Chartered Engineers of Orlune said.", "Chartered Engineers", "Chartered Engineers of Orlune"),
    ],
)
def test_a_place_ends_a_name(text: str, entities: str, names: str) -> None:
    """The recogniser has seen the places by themselves."""
    assert found(text, Organization=entities, Place="Old Marl; Orlune") == [names]


@pytest.mark.parametrize(
    ("text", "seen", "names"),
    [
        ("Snow fell, the Velmark Ferry website said.", "Velmark Ferry website", ["Velmark Ferry"]),
        ("Snow fell, the alliance said.", "alliance", []),
        ("Snow fell, the KBN and Marl Council said.", "KBN and Marl Council", ["KBN", "Marl Council"]),
    ],
)
def test_a_name_holds_no_common_word_and_nobody_else(text: str, seen: str, names: list[str]) -> None:
    """What the recogniser took in, or took for a name."""
    assert found(text, Organization=seen) == names


def test_three_bodies_of_which_two_have_an_article() -> None:
    """The second of them is no apposition to the first."""
    source = "The Harbour League, the Velmark Union and Orbex"
    text = f"Snow fell. {source} said so."
    entity = meant(text, source, Organization="Harbour League; Velmark Union; Orbex")
    assert entity is not None
    assert entity.name == "Harbour League, Velmark Union and Orbex"


@pytest.mark.parametrize(
    ("source", "seen"),
    [
        ("KBN)Ida Lund", "KBN)Ida Lund"),
        ("the one alternative , Marl Gov. Ida Lund", "Ida Lund"),
        ("another pupil , third-grader Ida Lund", "Ida Lund"),
        ("Harbour strategist and KBN contributor Ida Lund", "Ida Lund"),
    ],
)
def test_somebody_named_behind_what_they_are(source: str, seen: str) -> None:
    """Neither a bracket without a space nor a trade of which nobody has heard hides a name."""
    assert name_of(f"Snow fell, said {source} today.", source, Person=seen) == "Ida Lund"


def test_an_envoy_is_not_the_body_she_is_sent_to() -> None:
    """ "UN Ida Lund" is no body."""
    assert found("Snow fell, the ambassador to the UN Ida Lund said.", Organization="UN Ida Lund") == ["Ida Lund"]


def test_an_initial_belongs_to_a_name() -> None:
    """The recogniser has left it out."""
    assert found("Snow fell, J. Randol Lundby said.", Person="Randol Lundby") == ["J. Randol Lundby"]


@pytest.mark.parametrize("text", ["Lundby", "Lundby ,"])
def test_a_text_of_one_word_is_read(text: str) -> None:
    """No word stands before a name that is the whole of a text."""
    assert found(text, Person="Lundby") == ["Lundby"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Snow fell, they told Perla Lundby there. Ice came. Lundby said so.", ["Perla Lundby", "Lundby"]),
        ("Snow fell, they told Perla Lundby there. Ice came. Odd Lundby said so.", ["Odd Lundby"]),
    ],
)
def test_a_full_name_that_nobody_recognised(text: str, names: list[str]) -> None:
    """Where a surname is seen alone, the one place with a word before it names in full, if no other does."""
    seen = "Odd Lundby" if "Odd" in text else "Lundby"
    doc = read(text, Person=seen)
    first = text.index("Lundby")
    doc.set_ents([ent for ent in doc.ents if ent.start_char > first], default="outside")
    assert [mention.text for mention in find_mentions(doc, [], [])] == names


@pytest.mark.parametrize(
    ("text", "seen", "name"),
    [
        ("The Foreign Harbour Office said no.", "Harbour Office", "Foreign Harbour Office"),
        ("It was the Provincial Water Board that said no.", "Water Board", "Provincial Water Board"),
        ("The Danish Defence Ministry said no.", "Defence Ministry", "Defence Ministry"),
        ("The Chairman Harbour Office said no.", "Harbour Office", "Harbour Office"),
        ("Then Foreign Harbour Office said no.", "Harbour Office", "Harbour Office"),
        ("The Foreign Orbex Lund said no.", "Orbex Lund", "Orbex Lund"),
    ],
)
def test_a_body_behind_an_article_has_its_first_word(text: str, seen: str, name: str) -> None:
    """A people, a rank, what no article opens and what ends like no body stay outside."""
    doc = read(text, Organization=seen)
    assert [mention.text for mention in find_mentions(doc, [], [])] == [name]
