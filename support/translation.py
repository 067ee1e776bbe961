"""The texts that staff write in every language of the site, and the rows that have a history."""

import simple_history
from modeltranslation.translator import TranslationOptions, translator

from support.models import (
    Audience,
    Channel,
    Closure,
    Department,
    HolidayConfirmation,
    Incident,
    LanguageWindow,
    Organization,
    Product,
    Section,
    SpecialHours,
    StaffProfile,
    StaffQuestion,
    Topic,
    UILocale,
    UnscheduledLanguage,
)
from support.models.history import Records


class DepartmentTexts(TranslationOptions):
    fields = ("name", "summary", "note", "search_words", "staff_note")


class LanguageWindowTexts(TranslationOptions):
    fields = ("label",)


class ExceptionTexts(TranslationOptions):
    fields = ("reason",)


class IncidentTexts(TranslationOptions):
    fields = ("text",)


class ChannelTexts(TranslationOptions):
    fields = ("name", "instructions")


class ProductTexts(TranslationOptions):
    fields = ("name", "summary", "instructions")


class OrganizationTexts(TranslationOptions):
    fields = (
        "experts",
        "contributions",
        "manual_url",
        "tips_url",
        "privacy_url",
        "imprint_url",
    )


class AudienceTexts(TranslationOptions):
    fields = ("name", "summary")


class TopicTexts(TranslationOptions):
    fields = ("name", "search_words")


class SectionTexts(TranslationOptions):
    fields = ("heading", "text")


class StaffQuestionTexts(TranslationOptions):
    fields = ("text",)


translator.register(Department, DepartmentTexts)
translator.register(LanguageWindow, LanguageWindowTexts)
translator.register(SpecialHours, ExceptionTexts)
translator.register(Closure, ExceptionTexts)
translator.register(Incident, IncidentTexts)
translator.register(Channel, ChannelTexts)
translator.register(Product, ProductTexts)
translator.register(Organization, OrganizationTexts)
translator.register(Audience, AudienceTexts)
translator.register(Topic, TopicTexts)
translator.register(Section, SectionTexts)
translator.register(StaffQuestion, StaffQuestionTexts)

# After the registrations above, which add the columns in ten languages: records need them too.
simple_history.register(Department, records_class=Records)
simple_history.register(LanguageWindow, records_class=Records)
simple_history.register(UnscheduledLanguage, records_class=Records)
simple_history.register(SpecialHours, records_class=Records)
simple_history.register(Closure, records_class=Records)
simple_history.register(Channel, records_class=Records, m2m_fields=["departments"])
simple_history.register(Product, records_class=Records)
simple_history.register(UILocale, records_class=Records)
simple_history.register(Organization, records_class=Records)
simple_history.register(Audience, records_class=Records)
simple_history.register(Topic, records_class=Records)
simple_history.register(Section, records_class=Records)
simple_history.register(Incident, records_class=Records)
simple_history.register(StaffQuestion, records_class=Records)
simple_history.register(HolidayConfirmation, records_class=Records)
simple_history.register(StaffProfile, records_class=Records, m2m_fields=["departments"])
