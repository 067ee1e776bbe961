"""The company's look: its colour as two that can be read, and its images as files of our own."""
