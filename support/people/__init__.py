"""The members of staff: inviting them, saying what they may do, and leaving them out."""
