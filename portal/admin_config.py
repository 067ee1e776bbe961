from django.contrib.admin.apps import AdminConfig


class SupportAdminConfig(AdminConfig):
    """Replace Django's admin site by the portal's."""

    default_site = "portal.admin_site.SupportAdminSite"
