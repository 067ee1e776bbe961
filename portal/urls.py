from django.contrib import admin
from django.urls import include, path
from django.views.i18n import set_language

from support.admin.pages.password import ForgottenPassword, NewPassword

urlpatterns = [
    path("admin/language/", set_language, name="set_language"),
    path("admin/password/forgotten/", ForgottenPassword.as_view(), name="forgotten_password"),
    path("admin/password/new/<uidb64>/<token>/", NewPassword.as_view(), name="new_password"),
    path("admin/", admin.site.urls),
    # Before the page of each department, of which one could be called “write”.
    path("", include("support.conversations.urls")),
    path("", include("support.urls")),
]

handler500 = "portal.staff_share.server_error"
handler404 = "support.site.not_found.page_not_found"
