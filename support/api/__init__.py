"""The read-only API under /api/v1/: GET, JSON, open to every origin."""
