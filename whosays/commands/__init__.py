"""The commands of the command line, by what they are for; ``whosays.cli`` puts them together."""
