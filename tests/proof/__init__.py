"""What is promised, tried at length: mutated inputs, killed processes, bad surroundings, hostile text, other orders.

The tests here are the small runs.  ``python -m tests.proof fuzz|chaos|identity`` are the large ones, and print
what they counted as JSON.
"""
