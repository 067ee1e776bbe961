"""Configure Django. `portal.environment` reads what differs between machines."""

from __future__ import annotations

import zoneinfo

from csp.constants import NONE, SELF

from portal.environment import cache, choice, database, env, flag, number, read, secret_key
from portal.log import logging_settings
from portal.paths import BASE_DIR, VAR

# Every server answers from the locked tzdata, whatever its system has installed.
zoneinfo.reset_tzpath(to=())

# Core

DEBUG = flag("DEBUG", default=False)
SECRET_KEY = secret_key(debug=DEBUG)
ALLOWED_HOSTS: list[str] = env.list("ALLOWED_HOSTS", default=["localhost", "127.0.0.1", "[::1]"])
ROOT_URLCONF = "portal.urls"
WSGI_APPLICATION = "portal.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "modeltranslation",  # before the admin, which it extends
    "support",  # before the admin, whose templates it overrides
    "support.conversations",
    "portal.admin_config.SupportAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "axes",
    "simple_history",
    "csp",
]

MIDDLEWARE = [
    "portal.request_id.request_id",
    "portal.utf8.always_utf8",
    "support.metrics.middleware.answers_timed",
    "portal.headers.own_headers",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "portal.staff_locale.StaffLocaleMiddleware",
    "portal.staff_share.StaffShare",
    "portal.odd_filters.OddFilters",
    "support.site.unavailable.AnswerWithoutDirectory",
    "support.site.hidden_languages.HiddenLanguages",
    "portal.known_device.remember_device",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "support.second_factor.middleware.second_factor",
    "portal.staff_clock.staff_clock",
    "simple_history.middleware.HistoryRequestMiddleware",
    "support.history.middleware.one_edit_per_request",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "axes.middleware.AxesMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

FORM_RENDERER = "portal.form_renderer.FormRenderer"

# Storage

DATABASES = {"default": database()}
CACHES = {"default": cache()}

# In the database alone: what signs somebody out has to do so on every server, with or without a
# cache.
SESSION_ENGINE = "portal.sessions"

# The last directory that could be loaded, for when the database does not answer.
LAST_GOOD_FILE = env.path("LAST_GOOD_FILE", default=str(VAR / "last-good.json"))()

# A department with many windows in ten languages is a form with thousands of fields.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 20_000
# Who picks a whole folder is told how many are taken, and keeps what they typed.
DATA_UPLOAD_MAX_NUMBER_FILES = 1_000
FILE_UPLOAD_HANDLERS = [
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "portal.full_disk.FilesThatFit",
]

AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
PASSWORD_HASHERS = ["portal.hashing.LowPriorityPBKDF2"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator"},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
REQUIRE_SECOND_FACTOR = flag("REQUIRE_SECOND_FACTOR", default=False)
AXES_FAILURE_LIMIT = 10
AXES_COOLOFF_TIME = 0.25  # hours
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_HANDLER = "portal.lockout.Lockout"
AXES_LOCKOUT_PARAMETERS = "portal.lockout.counted_by"
# Whoever counts by address asks it, of a request.
VISITOR_ADDRESS = "portal.visitor_address.visitor_address"
AXES_CLIENT_IP_CALLABLE = VISITOR_ADDRESS
AXES_LOCKOUT_TEMPLATE = "admin/locked_out.html"
AXES_VERBOSE = False
AXES_ENABLE_ADMIN = False

# Languages: the site's ten, by endonym. Every translated text has a column for each, so this list
# never comes from the environment.

LANGUAGES = [
    ("ja", "日本語"),
    ("en", "English"),
    ("it", "Italiano"),
    ("pt", "Português"),
    ("fr", "Français"),
    ("de", "Deutsch"),
    ("nl", "Nederlands"),
    ("es", "Español"),
    ("sv", "Svenska"),
    ("da", "Dansk"),
]
LANGUAGE_CODE = "en"
LANGUAGE_COOKIE_NAME = "language"
LANGUAGE_COOKIE_AGE = 365 * 24 * 60 * 60
LANGUAGE_COOKIE_SAMESITE = "Lax"
LOCALE_PATHS = [BASE_DIR / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"

MODELTRANSLATION_DEFAULT_LANGUAGE = LANGUAGE_CODE
# A text that exists only in German must not be empty in English: try every language.
MODELTRANSLATION_FALLBACK_LANGUAGES = (
    "en",
    *(code for code, _ in LANGUAGES if code != "en"),
)

# Files

STATIC_URL = "/static/"
STATIC_ROOT = env.path("STATIC_ROOT", default=str(VAR / "static"))()
STATICFILES_DIRS: list[str] = []
# The company's logo and icon, drawn anew from what staff upload; served by views of our own.
MEDIA_ROOT = env.path("MEDIA_ROOT", default=str(VAR / "media"))()
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "portal.static_files.StaticFiles"},
    # Shared by all servers, and never below what a server hands out by itself.
    "attachments": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": env.path("ATTACHMENTS", default=str(VAR / "attachments"))()},
    },
}
# All files that visitors have sent may take so much together; then none is taken.
MOST_BYTES_OF_ATTACHMENTS = number("ATTACHMENTS_MEGABYTES", 5_000, 0, 10_000_000) * 1_000_000

# Conversations: so much open time after the promised instant, a promise is broken.
PROMISE_MINUTES = number("PROMISE_MINUTES", 60, 1, 10_000)
# What the contact page tells of response times.
RESPONSE_TIMES = "support.conversations.response_time.told.told_times"
# Where visitors find the site, for links in mails.
SITE_ADDRESS: str = env.str("SITE_ADDRESS", default="http://localhost:8000").rstrip("/")

# Security: HTTPS, unless the environment says otherwise, as `make run` does.

HTTPS = flag("HTTPS", default=not DEBUG)
SECURE_SSL_REDIRECT = HTTPS
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$", r"^metrics$"]
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60 if HTTPS else 0
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
# A browser takes a cookie with this prefix from nobody but this host, and by TLS alone.
_PREFIX = "__Host-" if HTTPS else ""
SESSION_COOKIE_NAME = f"{_PREFIX}sessionid"
CSRF_COOKIE_NAME = f"{_PREFIX}csrftoken"
SESSION_COOKIE_AGE = 12 * 60 * 60  # a working day; what is left open over night is closed
SESSION_COOKIE_SECURE = HTTPS
CSRF_COOKIE_SECURE = HTTPS
LANGUAGE_COOKIE_SECURE = HTTPS
VISITOR_COOKIE_NAME = f"{_PREFIX}visitor"
CSRF_TRUSTED_ORIGINS: list[str] = env.list("CSRF_TRUSTED_ORIGINS", default=[])
X_FRAME_OPTIONS = "DENY"
BEHIND_PROXY = flag("BEHIND_PROXY", default=False)
if BEHIND_PROXY:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
TRUSTED_PROXIES = number("TRUSTED_PROXIES", 1 if BEHIND_PROXY else 0, 0, 9)

# Only the owner of the domain can include its sub-domains or put it on browsers' preload lists.
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]

# Nothing but what the portal itself serves; what is not named is closed.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "base-uri": [NONE],
        "connect-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "img-src": [SELF],
        "script-src": [SELF],
        "style-src": [SELF],
    },
}

# Watching: the log, /metrics, errors by mail or to Sentry

METRICS_TOKEN: str = env.str("METRICS_TOKEN", default="")
ADMINS = [("", address) for address in env.list("ERROR_MAIL_TO", default=[])]
SERVER_EMAIL: str = env.str("MAIL_FROM", default="support-portal@localhost")
DEFAULT_FROM_EMAIL = SERVER_EMAIL
EMAIL_TIMEOUT = 10  # seconds
vars().update(
    read(
        "EMAIL_URL",
        lambda: env.email_url("EMAIL_URL", default="smtp://localhost:25"),
        "smtp+tls://user:password@host:587",
    )
)
# What else `manage.py doctor` checks, besides what the application itself does.
DOCTOR_CHECKS = ["support.conversations.doctor.CHECKS"]
LOGGING = logging_settings(
    choice("LOG_FORMAT", ("text", "json"), default="text"), mail=bool(ADMINS)
)
if env.str("SENTRY_DSN", default=""):
    from portal.error_reports import report_errors_to

    report_errors_to(env.str("SENTRY_DSN"))
