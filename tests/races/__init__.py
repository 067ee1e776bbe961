"""Two editors press Save at the same instant: of every two, one is told.

    .venv/bin/python -m tests.races            1,000 races, on the database of DATABASE_URL
    .venv/bin/python -m tests.races 50

In a database of its own, made and dropped again. `make test` runs a few.
"""
