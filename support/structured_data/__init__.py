"""What search engines and assistants read of the page: schema.org, as JSON-LD.

    Directory -> contact points with their hours -> Organization -> template

A pure function of (directory, language, instant, address), as the page is.
"""

from support.structured_data.organization import structured_data

__all__ = ["structured_data"]
