"""The desk: Django's admin of the rows, and pages of our own for staff."""

from support.admin.rows.audience import AudienceAdmin
from support.admin.rows.channel import ChannelAdmin
from support.admin.rows.closure import ClosureAdmin
from support.admin.rows.department import DepartmentAdmin
from support.admin.rows.group import RoleAdmin
from support.admin.rows.incident import IncidentAdmin
from support.admin.rows.organization import OrganizationAdmin
from support.admin.rows.product import ProductAdmin
from support.admin.rows.section import SectionAdmin
from support.admin.rows.special_hours import SpecialHoursAdmin
from support.admin.rows.staff import StaffAdmin
from support.admin.rows.staff_question import StaffQuestionAdmin
from support.admin.rows.topic import TopicAdmin

__all__ = [
    "AudienceAdmin",
    "ChannelAdmin",
    "ClosureAdmin",
    "DepartmentAdmin",
    "IncidentAdmin",
    "OrganizationAdmin",
    "ProductAdmin",
    "RoleAdmin",
    "SectionAdmin",
    "SpecialHoursAdmin",
    "StaffAdmin",
    "StaffQuestionAdmin",
    "TopicAdmin",
]
