from __future__ import annotations

from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator, URLValidator
from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from support.models.addresses import is_mail_address, is_web_address
from support.models.audience import Audience
from support.models.department import Department
from support.models.edit_version import EditVersioned
from support.models.language_tag_field import LanguageTagField
from support.models.named import Named
from support.models.validators import fill_in, is_telephone, validate_telephone


class Channel(Named, EditVersioned):
    """A way to make contact (schema.org `ContactPoint`)."""

    class Kind(models.TextChoices):
        CHAT = "chat", _("Live chat")
        FORM = "form", _("Contact form")
        EMAIL = "email", _("Email")
        TELEPHONE = "telephone", _("Telephone")
        MESSENGER = "messenger", _("Messenger")
        VIDEO = "video", _("Video call")
        FORUM = "forum", _("Community forum")
        DOCUMENTATION = "documentation", _("Documentation")
        STATUS = "status", _("Status page")

    slug = models.SlugField(_("short name"), unique=True)
    name = models.CharField(_("name"), max_length=100)
    kind = models.CharField(_("type"), max_length=20, choices=Kind)
    audience = models.ForeignKey(
        Audience,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="channels",
        verbose_name=_("audience"),
        help_text=_("Who can use it. Leave blank for everyone."),
    )
    instructions = models.TextField(
        _("instructions"), blank=True, help_text=_("How visitors get there, in one sentence.")
    )
    address = models.CharField(
        _("address"),
        max_length=200,
        blank=True,
        help_text=_(
            "An email address, a link, or a telephone number such as +44 20 7946 0000. In a link, "
            "{department} and {language} are replaced by the department’s short name and the "
            "language tag."
        ),
    )
    language = LanguageTagField(
        _("only for language"),
        blank=True,
        help_text=_(
            "Leave blank for every language. A channel for one language replaces the general "
            "channel of the same type."
        ),
    )
    departments = models.ManyToManyField(
        Department, related_name="channels", blank=True, verbose_name=_("departments")
    )
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    class Meta:
        verbose_name = _("channel")
        verbose_name_plural = _("channels")
        ordering = ["position", "slug"]

    def __str__(self) -> str:
        return self.name or self.slug

    def clean(self) -> None:
        super().clean()
        if not self.address or self.kind not in self.Kind.values:
            return
        try:
            if self.kind == self.Kind.EMAIL:
                EmailValidator()(self.address)
            elif self.kind == self.Kind.TELEPHONE:
                validate_telephone(self.address)
            else:
                URLValidator(["https", "http"])(fill_in(self.address, "sales", "en"))
        except ValidationError as error:
            raise ValidationError({"address": error}) from error
        if not self.can_be_shown(self.kind, self.address):
            raise ValidationError({"address": _no_address(self.address)})

    @classmethod
    def can_be_shown(cls, kind: str, address: str) -> bool:
        """Tell whether a page may lead to the address of a channel of this kind."""
        if kind == cls.Kind.TELEPHONE:
            return is_telephone(address)
        if kind == cls.Kind.EMAIL:
            return is_mail_address(address)
        return is_web_address(fill_in(address, "sales", "en"))


def _no_address(address: str) -> ValidationError:
    return ValidationError(
        gettext(
            "“%(address)s” isn’t a valid address. Enter an email address, such as "
            "support@example.com, or a link starting with https://."
        ),
        "no_address",
        {"address": address},
    )
