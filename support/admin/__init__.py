"""Where staff keep the rows right."""

from support.admin.channel import ChannelAdmin
from support.admin.closure import ClosureAdmin
from support.admin.department import DepartmentAdmin
from support.admin.organization import OrganizationAdmin
from support.admin.product import ProductAdmin
from support.admin.special_hours import SpecialHoursAdmin
from support.admin.staff import StaffAdmin

__all__ = [
    "ChannelAdmin",
    "ClosureAdmin",
    "DepartmentAdmin",
    "OrganizationAdmin",
    "ProductAdmin",
    "SpecialHoursAdmin",
    "StaffAdmin",
]
