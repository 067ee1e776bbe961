from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from support.locales.languages import SITE_LANGUAGES, language_name
from support.locales.site_language import DEFAULT_LANGUAGE
from support.models.edit_version import EditVersioned
from support.models.listed_field import SiteLanguagesField
from support.models.product import Product
from support.models.validators import validate_colour, validate_image, validate_search_address


class Organization(EditVersioned):
    """The company whose portal this is: one row."""

    ONLY_PK = 1

    name = models.CharField(_("name"), max_length=100)
    control_panel = models.ForeignKey(
        Product,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("control panel"),
        help_text=_("The product in which customers open the chat."),
    )
    platform = models.CharField(
        _("platform"),
        max_length=100,
        blank=True,
        help_text=_("The software you host, which your experts work with every day."),
    )
    experts = models.CharField(
        _("who answers"), max_length=200, blank=True, help_text=_("The job titles of the team.")
    )
    contributions = models.CharField(_("what they contribute to"), max_length=200, blank=True)
    website_url = models.URLField(_("website"), blank=True)
    control_panel_url = models.URLField(
        _("control panel address"),
        blank=True,
        help_text=_("Used for any chat that has no address of its own."),
    )
    manual_url = models.URLField(_("control panel manual"), blank=True)
    tips_url = models.URLField(
        _("tips for using the chat"),
        blank=True,
        help_text=_("Shown only in languages that have an address."),
    )
    documentation_url = models.URLField(_("documentation"), blank=True)
    forum_url = models.URLField(_("community forum"), blank=True)
    reviews_url = models.URLField(_("customer reviews"), blank=True)
    resource_centre_url = models.URLField(_("resource centre"), blank=True)
    resource_centre_search_url = models.URLField(
        _("resource centre search"),
        blank=True,
        validators=[validate_search_address],
        help_text=_(
            "The address of its search results, with {words} in place of the search words, for "
            "example https://www.example.com/?s={words}."
        ),
    )
    privacy_url = models.URLField(_("privacy notice"), blank=True)
    imprint_url = models.URLField(_("imprint"), blank=True)
    hidden_languages = SiteLanguagesField(_("languages that are not shown"), blank=True)
    colour = models.CharField(
        _("colour"),
        max_length=7,
        blank=True,
        validators=[validate_colour],
        help_text=_(
            "For links and buttons, such as #3b3486. Leave blank for the portal’s own colour."
        ),
    )
    logo = models.CharField(_("logo"), max_length=60, blank=True, validators=[validate_image])
    icon = models.CharField(_("icon"), max_length=60, blank=True, validators=[validate_image])
    response_time_limit = models.PositiveIntegerField(
        _("response time limit"),
        null=True,
        blank=True,
        help_text=_("In seconds. The average response time stays within this limit."),
    )
    response_time_average = models.PositiveIntegerField(
        _("average response time"), null=True, blank=True, help_text=_("In seconds.")
    )
    response_time_year = models.PositiveSmallIntegerField(
        _("year of the average"), null=True, blank=True
    )

    class Meta:
        verbose_name = _("organisation")
        verbose_name_plural = _("organisation")
        # Permissions for what is done to everything at once.
        permissions = [
            ("translate_texts", "Can translate texts"),
            ("import_schedule", "Can import a schedule"),
        ]
        constraints = [
            models.CheckConstraint(name="only_one_organization", condition=Q(pk=1)),
        ]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        super().clean()
        wrong = [each for each in self.hidden_languages if each not in SITE_LANGUAGES]
        if wrong:
            message = _("“%(text)s” isn’t a language of the site.")
            raise ValidationError({"hidden_languages": message % {"text": wrong[0]}})
        if DEFAULT_LANGUAGE in self.hidden_languages:
            message = _("%(language)s is always shown: it stands in for every missing text.")
            name = language_name(DEFAULT_LANGUAGE, get_language() or DEFAULT_LANGUAGE)
            raise ValidationError({"hidden_languages": message % {"language": name}})

    def save(self, *args: object, **kwargs: object) -> None:
        self.pk = self.ONLY_PK
        super().save(*args, **kwargs)
