"""What was changed, by whom and when; and back to how it was."""
