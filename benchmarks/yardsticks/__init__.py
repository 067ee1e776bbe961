"""What the portal is measured against; each of these is served as the portal itself is."""
