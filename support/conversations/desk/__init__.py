"""The staff's pages of conversations: what waits, one conversation, and what belongs to them."""
