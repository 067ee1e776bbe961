"""What a visitor sees: the form, the conversation and its files."""
