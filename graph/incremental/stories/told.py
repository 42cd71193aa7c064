"""Stories told: what each is called and known by, and why each of its articles is in it."""

from __future__ import annotations

from whosays.graph.incremental.cache import Cache
from whosays.graph.incremental.part import Part
from whosays.graph.incremental.stories.stories import Stories
from whosays.graph.incremental.stories.topics import Topics
from whosays.graph.rdf import STORIES
from whosays.graph.stories import story, story_triples


class ToldStories(Part):
    """Puts stories into the ledger; one is told anew where the likeness of an article of it, or its words, changed."""

    def __init__(self, _: Cache, topics: Topics, stories: Stories) -> None:
        self._topics = topics
        self._stories = stories

    def change(self) -> None:
        """State the stories that the update touches."""
        now = self._stories.now
        for leader in {group[0] for group in self._stories.before} - {group[0] for group in now}:
            self.update.ledger.put(STORIES, leader, ())
        for group in sorted(now):
            topics = {article: self._topics.topic(article) for article in group}
            rows = {article: self._topics.row(article) for article in group}
            self.update.ledger.put(STORIES, group[0], story_triples(story(group, topics, rows, self._topics.rare)))
