from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class SupportConfig(AppConfig):
    name = "support"
    verbose_name = _("Support hours")

    def ready(self) -> None:
        from support import checks  # noqa: F401  # registers them
        from support.revision import install_triggers

        post_migrate.connect(install_triggers, sender=self)
