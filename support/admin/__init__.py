"""Where staff keep the rows right."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from support.admin.channel import ChannelAdmin
from support.admin.department import DepartmentAdmin
from support.admin.organization import OrganizationAdmin
from support.admin.product import ProductAdmin

__all__ = ["ChannelAdmin", "DepartmentAdmin", "OrganizationAdmin", "ProductAdmin"]

admin.site.site_title = _("Support hours")
admin.site.site_header = _("Support hours")
admin.site.index_title = _("Departments, channels and products")
