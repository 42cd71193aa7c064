"""What the article tells of whom a description may mean: words quoted alike, another office, who spoke last."""
