"""Contents that can be read alone: names in square brackets where the text has pronouns and descriptions."""

import pytest

from whosays.extract import ArticleRecord, Extractor, read_article


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> object:
    extractor = Extractor()

    def of(text: str) -> dict[str, str]:
        path = tmp_path_factory.mktemp("alone") / "page.txt"
        path.write_text(text, encoding="utf-8")
        record: ArticleRecord = extractor.record(read_article(path))
        told = {}
        for claim in record.claims:
            told[" ".join(record.text[s:e] for s, e in claim.content)] = claim.self_contained
        return told

    return of


@pytest.mark.parametrize(
    ("text", "content", "alone"),
    [
        (
            "LARNE, May 3 - Mayor Tomas Ferrel told the council he would give up his seat in June.\n",
            "he would give up his seat in June",
            "[Tomas Ferrel] would give up his seat in June",
        ),
        (
            'LARNE, May 3 - "I will give up my seat in June," said Mayor Tomas Ferrel on Monday.\n',
            "I will give up my seat in June",
            "[Tomas Ferrel] will give up my seat in June",
        ),
        (
            'LARNE, May 3 - "I’m tired and I have no plans," said Mayor Tomas Ferrel on Monday.\n',
            "I’m tired and I have no plans",
            "[Tomas Ferrel is] tired and I have no plans",
        ),
        (
            "LARNE, May 3 - “We have closed the lock,” the Lissa Water Authority said.\n",
            "We have closed the lock",
            "[Lissa Water Authority] have closed the lock",
        ),
        (
            'LARNE, May 3 - "She and I have agreed, and I reopened the lock," said Mayor Tomas Ferrel on Monday.\n',
            "She and I have agreed, and I reopened the lock",
            "She and [Tomas Ferrel] have agreed, and I reopened the lock",
        ),
        (
            "LARNE, May 3 - Mayor Tomas Ferrel said that Ferrel would never give up his seat.\n",
            "that Ferrel would never give up his seat",
            "",
        ),
        (
            "LARNE, May 3 - The Lissa Water Authority warned of a flood. The wall will hold, said Tomas Ferrel.\n",
            "The wall will hold",
            "",
        ),
    ],
)
def test_told_alone(read: object, text: str, content: str, alone: str) -> None:
    told = {key.strip(' ,"“”'): value for key, value in read(text).items()}  # type: ignore[operator]
    assert told[content].strip(' ,"“”') == alone
