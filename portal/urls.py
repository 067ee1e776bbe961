from django.contrib import admin
from django.urls import include, path
from django.views.i18n import set_language

urlpatterns = [
    path("admin/language/", set_language, name="set_language"),
    path("admin/", admin.site.urls),
    # Before the page of each department, of which one could be called “write”.
    path("", include("support.conversations.urls")),
    path("", include("support.urls")),
]

handler404 = "support.site.not_found.page_not_found"
