"""Which articles tell of the same event."""

from whosays.graph.stories.clustering import Judged, clusters
from whosays.graph.stories.likeness import ALIKE, LEAST, likeness, rarity
from whosays.graph.stories.story import Story, story, story_triples
from whosays.graph.stories.topics import Topic, topic

__all__ = [
    "ALIKE",
    "LEAST",
    "Judged",
    "Story",
    "Topic",
    "clusters",
    "likeness",
    "rarity",
    "story",
    "story_triples",
    "topic",
]
