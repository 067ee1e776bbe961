from support.models.channel import Channel
from support.models.department import Department
from support.models.hours import LanguageWindow, UnscheduledLanguage, clashes
from support.models.organization import Organization
from support.models.product import Product, UILocale
from support.models.revision import Revision

__all__ = [
    "Channel",
    "Department",
    "LanguageWindow",
    "Organization",
    "Product",
    "Revision",
    "UILocale",
    "UnscheduledLanguage",
    "clashes",
]
