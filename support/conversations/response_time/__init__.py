"""How long visitors wait for an answer, measured in the open time of who is to answer."""
