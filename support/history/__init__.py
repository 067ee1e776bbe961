"""Who changed what, and when; and a department put back as it was."""
