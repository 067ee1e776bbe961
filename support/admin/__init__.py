"""The desk: Django's admin of the rows, and pages of our own for staff."""

from support.admin.rows.channel import ChannelAdmin
from support.admin.rows.closure import ClosureAdmin
from support.admin.rows.department import DepartmentAdmin
from support.admin.rows.organization import OrganizationAdmin
from support.admin.rows.product import ProductAdmin
from support.admin.rows.special_hours import SpecialHoursAdmin
from support.admin.rows.staff import StaffAdmin

__all__ = [
    "ChannelAdmin",
    "ClosureAdmin",
    "DepartmentAdmin",
    "OrganizationAdmin",
    "ProductAdmin",
    "SpecialHoursAdmin",
    "StaffAdmin",
]
