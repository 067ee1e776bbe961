"""The admin's first page: who is open now, what changes within a day, what needs attention."""

from support.admin.first_page.page import attention, first_page

__all__ = ["attention", "first_page"]
