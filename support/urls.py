from django.urls import path, re_path

from support import health
from support.api import views as api
from support.badge import views as badge
from support.calendars import views as calendar_views
from support.metrics.view import metrics
from support.site import contact as views
from support.site import crawlers as crawler_views
from support.site import department as department_views
from support.site import look as look_views
from support.site import notice as notice_view
from support.site import now as now_view
from support.site import preferences_saved as preference_views
from support.site import search as search_view

urlpatterns = [
    path("", views.home, name="home"),
    path("contact/", views.home),
    path("preferences/", preference_views.preferences, name="preferences"),
    path("contact/<slug:slug>/", department_views.in_any_language, name="any_language"),
    path("<site_language:language>/contact/", views.contact, name="contact"),
    path(
        "<site_language:language>/contact/<slug:slug>/",
        department_views.department,
        name="department",
    ),
    path(
        "<site_language:language>/contact/<slug:department>/<slug:tag>.ics",
        calendar_views.feed,
        name="calendar_feed",
    ),
    path(
        "<site_language:language>/contact/<slug:department>/<slug:tag>/next.ics",
        calendar_views.opening,
        name="next_opening",
    ),
    path("<site_language:language>/notice.html", notice_view.notice, name="notice"),
    path("<site_language:language>/now.txt", now_view.now, name="now"),
    path("<site_language:language>/contact/search", search_view.search, name="search"),
    path("<str:tag>/contact/", views.contact_in_other_spelling),
    path("<str:tag>/contact/<slug:slug>/", department_views.in_other_spelling),
    path("<str:tag>/", views.contact_in_other_spelling),
    path("api/v1/availability", api.availability, name="availability"),
    path("api/v1/intervals", api.intervals, name="intervals"),
    path("api/v1/departments", api.departments, name="departments"),
    path("api/v1/openapi.json", api.openapi, name="openapi"),
    path("badge/status.js", badge.script, name="badge_script"),
    path("badge/status.json", badge.status, name="badge_status"),
    path("badge/<str:locale>/<str:department>/<str:language>.svg", badge.image, name="badge_image"),
    path("badge/<str:locale>/<str:department>/<str:language>/", badge.frame, name="badge_frame"),
    re_path(r"^look/(?P<colour>[0-9a-f]{6})\.css$", look_views.look_colour, name="look_colour"),
    re_path(r"^look/desk-(?P<colour>[0-9a-f]{6})\.css$", look_views.look_desk, name="look_desk"),
    re_path(
        r"^look/card-(?P<colour>[0-9a-f]{6}|plain)-(?P<name>[^/]+)$",
        look_views.look_card,
        name="look_card",
    ),
    path("look/<str:name>", look_views.look_image, name="look_image"),
    path("sitemap.xml", crawler_views.sitemap, name="sitemap"),
    path("robots.txt", crawler_views.robots, name="robots"),
    path("healthz", health.healthz, name="healthz"),
    path("readyz", health.readyz, name="readyz"),
    path("metrics", metrics, name="metrics"),
]
