from support.models.agreed_data import AgreedData
from support.models.audience import Audience
from support.models.channel import Channel
from support.models.clashes import clashes
from support.models.closure import Closure
from support.models.department import Department
from support.models.holiday_confirmation import HolidayConfirmation
from support.models.incident import Incident
from support.models.language_window import LanguageWindow
from support.models.organization import Organization
from support.models.placeholders import write_placeholder_languages
from support.models.product import Product, UILocale
from support.models.revision import Revision
from support.models.second_factor import RecoveryCode, SecondFactor
from support.models.section import Section
from support.models.special_hours import SpecialHours
from support.models.staff_profile import StaffProfile
from support.models.staff_question import StaffQuestion
from support.models.topic import Topic
from support.models.unscheduled_language import UnscheduledLanguage

__all__ = [
    "AgreedData",
    "Audience",
    "Channel",
    "Closure",
    "Department",
    "HolidayConfirmation",
    "Incident",
    "LanguageWindow",
    "Organization",
    "Product",
    "RecoveryCode",
    "Revision",
    "SecondFactor",
    "Section",
    "SpecialHours",
    "StaffProfile",
    "StaffQuestion",
    "Topic",
    "UILocale",
    "UnscheduledLanguage",
    "clashes",
    "write_placeholder_languages",
]
