"""Which texts staff write in every language of the site."""

from modeltranslation.translator import TranslationOptions, translator

from support.models import Channel, Department, LanguageWindow, Organization, Product


class DepartmentTexts(TranslationOptions):
    fields = ("name", "summary", "note", "staff_note")


class LanguageWindowTexts(TranslationOptions):
    fields = ("label",)


class ChannelTexts(TranslationOptions):
    fields = ("name", "instructions")


class ProductTexts(TranslationOptions):
    fields = ("name", "summary", "instructions")


class OrganizationTexts(TranslationOptions):
    fields = ("experts", "contributions")


translator.register(Department, DepartmentTexts)
translator.register(LanguageWindow, LanguageWindowTexts)
translator.register(Channel, ChannelTexts)
translator.register(Product, ProductTexts)
translator.register(Organization, OrganizationTexts)
