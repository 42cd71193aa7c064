"""How fast and how large whosays is, measured on whole processes and printed as one JSON object.

``python -m benchmarks`` (or ``make bench``) takes some minutes.  Everything it reads is the sample corpus or made up
from a seed, so that two machines measure the same work; ``../shared/seeds`` is built too where it is there.
Nothing here is a test: a time that is too long fails nobody, it is a number to look at.
"""
