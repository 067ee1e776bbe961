"""Long comparisons of the engine with others that know nothing of it: `make prove`.

`make test` runs a small sample of each, from tests/schedule.
"""
