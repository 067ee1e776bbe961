"""Messages from visitors to the people who answer, and back: an application of its own.

Its rows raise no revision and are in no history of hours. Nothing of the portal below imports it.
"""
