"""The members of staff: inviting them, saying what they may do, and shutting them out."""
