"""The one Django app."""

from django.apps import AppConfig

from config import checks


class MaracConfig(AppConfig):
    name = "marac"
    default_auto_field = "django.db.models.BigAutoField"
    # Named here so that importing it, which is what registers a check, is seen to be meant.
    deploy_check = staticmethod(checks.kept_closed)
