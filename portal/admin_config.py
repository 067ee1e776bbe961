from django.contrib.admin.apps import AdminConfig


class SupportAdminConfig(AdminConfig):
    """Django's admin, with the portal's own pages."""

    default_site = "portal.admin_site.SupportAdminSite"
