"""Every setting of the installation, from the environment. OPERATING.md explains each variable."""

import os
from pathlib import Path

from csp.constants import NONE, SELF

from config.databases import database, database_file
from config.environment import flag, key, number, words
from config.keys import data_key, holds_sealed
from marac.kernel.sealed import derive

BASE = Path(__file__).resolve().parent.parent

# Where data lives, and apart from it where keys live: a copy of one is useless without the other.
MARAC_HOME = Path(os.environ.get("MARAC_HOME") or BASE / "var").expanduser().resolve()
MARAC_KEYS = Path(os.environ.get("MARAC_KEYS") or BASE / "keys").expanduser().resolve()
MARAC_HOME.mkdir(parents=True, exist_ok=True, mode=0o700)

SECRET_KEY = key("MARAC_SECRET_KEY", MARAC_KEYS)
AUDIT_KEY = key("MARAC_AUDIT_KEY", MARAC_KEYS).encode()

# Uploaded and made files; marac/documents/store.py is the only code that touches them.
FILES = MARAC_HOME / "files"

# From the one data key comes a key for each thing that is sealed: docs/decisions/0032-encrypted-at-rest.md.
DATABASE_URL = os.environ.get("MARAC_DATABASE_URL", "")
DATA_KEY = data_key(MARAC_KEYS, is_needed=holds_sealed(database_file(DATABASE_URL, MARAC_HOME), FILES))
DATABASE_KEY, FILES_KEY, SEALING_KEY = (derive(DATA_KEY, purpose) for purpose in ("database", "files", "columns"))

# A production start sets MARAC_HOSTS; without it the product serves this machine only, without TLS.
HOSTS = words("MARAC_HOSTS")
PRODUCTION = bool(HOSTS)
DEBUG = False
ALLOWED_HOSTS = HOSTS or ["127.0.0.1", "localhost", "[::1]"]
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in HOSTS]

INSTALLED_APPS = [
    "marac",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.staticfiles",
    "django_linear_migrations",
]

MIDDLEWARE = [
    "config.headers.HeadersMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "marac.access.methods.MethodsMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "marac.accounts.unsaved.SignedInMiddleware",
    "marac.accounts.middleware.ViewerMiddleware",
    "marac.sessions.middleware.SessionMiddleware",
    "marac.audit.middleware.RefusalMiddleware",
    "marac.office.door.DoorMiddleware",
    "marac.induction.middleware.SignedMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
APPEND_SLASH = True

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": sorted(BASE.glob("marac/*/templates")),
        "OPTIONS": {
            "environment": "config.jinja.environment",
            "context_processors": ["marac.office.menu.menu", "marac.accounts.unsaved.form_token"],
        },
    }
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

DATABASES = {"default": database(DATABASE_URL, MARAC_HOME, DATABASE_KEY, os.environ.get("MARAC_SEES", "nothing"))}

AUTH_USER_MODEL = "marac.User"
LOGIN_URL = "signin:sign-in"
LOGIN_REDIRECT_URL = "office:today"
CSRF_FAILURE_VIEW = "marac.accounts.unsaved.unsaved"
LOGOUT_REDIRECT_URL = "signin:sign-in"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 15}},
    {"NAME": "marac.accounts.passwords.CommonPasswordMadeLonger"},
    {"NAME": "marac.accounts.passwords.LongWithoutNames", "OPTIONS": {"min_length": 15}},
]

# How long a session may be left unused and may last in all, and after how long a page covers itself (0: never).
IDLE_MINUTES = number("MARAC_IDLE_MINUTES", default=30, least=5, most=30)
SESSION_HOURS = number("MARAC_SESSION_HOURS", default=12, least=1, most=12)
COVER_MINUTES = number("MARAC_COVER_MINUTES", default=5, least=0, most=30)
SESSION_ENGINE = "marac.sessions.models"
SESSION_COOKIE_AGE = SESSION_HOURS * 60 * 60
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = PRODUCTION
CSRF_COOKIE_HTTPONLY = True
if PRODUCTION:
    SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "__Host-session", "__Host-csrf"
    SECURE_SSL_REDIRECT = flag("MARAC_REDIRECT_TO_TLS", default=True)
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60
    SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}

LANGUAGE_CODE = "en-gb"
LANGUAGES = [("en-gb", "English"), ("cy", "Cymraeg")]
LOCALE_PATHS = [BASE / "locale"]
TIME_ZONE = "Europe/London"
USE_TZ = True
USE_I18N = True

STATIC_URL = "static/"
STATICFILES_DIRS = [BASE / "marac" / "ui" / "static"]
STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
WHITENOISE_USE_FINDERS = True
WHITENOISE_MAX_AGE = 0 if not PRODUCTION else 60 * 60

MAX_UPLOAD_BYTES = 25 * 1024 * 1024
FILE_UPLOAD_HANDLERS = ["config.uploads.HeldInMemory"]
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000

# The virus scanner clamd: the path of its socket, or its host and port with a colon between.
CLAMD = os.environ.get("MARAC_CLAMD", "")

# Where the head of the audit trail is sent each day: out of reach of whoever keeps this installation.
HEAD_TO = words("MARAC_HEAD_TO")

# Mail: an SMTP server where one is named, else each message becomes a file under MARAC_HOME/outbox.
EMAIL_HOST = os.environ.get("MARAC_SMTP_HOST", "")
EMAIL_PORT = int(os.environ.get("MARAC_SMTP_PORT", "587"))
EMAIL_HOST_USER = os.environ.get("MARAC_SMTP_USER", "")
EMAIL_HOST_PASSWORD = os.environ.get("MARAC_SMTP_PASSWORD", "")
EMAIL_USE_TLS = flag("MARAC_SMTP_TLS", default=True)
EMAIL_TIMEOUT = 20
EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if EMAIL_HOST else 'filebased'}.EmailBackend"
EMAIL_FILE_PATH = MARAC_HOME / "outbox"
MAIL_ATTEMPTS = int(os.environ.get("MARAC_MAIL_ATTEMPTS", "20"))
DEFAULT_FROM_EMAIL = os.environ.get("MARAC_MAIL_FROM", "no-reply@openmarac.example.org")
SITE_ADDRESS = os.environ.get("MARAC_ADDRESS") or f"http://localhost:{os.environ.get('PORT', '8000')}"

# Nothing that a person typed reaches a log (config/logs.py).
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"()": "config.logs.PlainFormatter"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
