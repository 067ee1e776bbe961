"""Mail of conversations: from rows of the outbox to the mail server, by one sender at a time."""
