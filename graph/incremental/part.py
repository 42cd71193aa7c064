"""What all parts of the derived facts have in common: how they follow the articles that leave and enter."""

from __future__ import annotations

from dataclasses import dataclass

from whosays.graph.articles import Article
from whosays.graph.incremental.triple_ledger import Ledger
from whosays.graph.resolution import Judgements, split_off


@dataclass(frozen=True, slots=True)
class Update:
    """Articles that go and that come, and the judgements before and now; one may go and come again."""

    gone: tuple[str, ...]
    come: tuple[str, ...]
    before: Judgements
    now: Judgements
    ledger: Ledger

    def __bool__(self) -> bool:
        return bool(self.gone or self.come or dict(self.before.verdicts) != dict(self.now.verdicts))

    @property
    def judged_otherwise(self) -> list[str]:
        """The articles that stay of which a referent was, or is no more, taken out of the entity of its name."""
        differing = split_off(self.before) ^ split_off(self.now)
        articles = {form.partition("#")[0] for pair in differing for kind, form in pair if kind == "one article"}
        return sorted(articles.difference(self.gone, self.come))


class Part:
    """One sort of derived facts.

    An update tells every part which articles leave, the last part first, and which enter, the first part first.  Then
    each in turn changes what this touches, out of its own tables and of the parts that it depends on, which have
    changed by then.  What a part keeps outside its tables is about one update.
    """

    update: Update

    def begin(self, update: Update) -> None:
        """Turn to an update, and forget what the last one changed."""
        self.update = update

    def leave(self, article: str) -> None:
        """Take an article away."""

    def enter(self, article: Article) -> None:
        """Add an article."""

    def change(self) -> None:
        """Work out anew what the articles that left and entered have changed."""
