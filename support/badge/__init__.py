"""A department's state in one language, for other sites: as an element, a frame and an image."""
