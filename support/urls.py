from django.urls import path, register_converter

from support import api, health, views
from support.site_language import SiteLanguageConverter

register_converter(SiteLanguageConverter, "site_language")

urlpatterns = [
    path("", views.home, name="home"),
    path("contact/", views.home),
    path("<site_language:language>/contact/", views.contact, name="contact"),
    path("<str:tag>/contact/", views.contact_in_other_spelling),
    path("<str:tag>/", views.contact_in_other_spelling),
    path("api/v1/availability", api.availability, name="availability"),
    path("api/v1/openapi.json", api.openapi, name="openapi"),
    path("healthz", health.healthz, name="healthz"),
    path("readyz", health.readyz, name="readyz"),
]
