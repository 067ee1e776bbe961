from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _
from simple_history.signals import pre_create_historical_record


class SupportConfig(AppConfig):
    name = "support"
    verbose_name = _("Support hours")

    def ready(self) -> None:
        from support import checks  # noqa: F401  # registers them
        from support.directory.revision import install_triggers
        from support.history.recording import stamp
        from support.models.column_defaults import install_column_defaults
        from support.people import sessions  # noqa: F401  # ends them with their person

        pre_create_historical_record.connect(stamp)
        post_migrate.connect(install_triggers, sender=self)
        post_migrate.connect(install_column_defaults, sender=self)
