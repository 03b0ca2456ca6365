"""Sessions as Django keeps them, each with whose it is."""

from typing import Any

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends import db
from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models

from marac.accounts.models import User


class OpenSession(AbstractBaseSession):
    """Not a `Record`, because Django writes it as somebody goes from page to page. `user` is who is signed in by it, so
    that theirs can be found and ended; nobody before the second factor."""

    user = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True)

    class Register:
        about, keep = "user", "until it ends"
        give, withhold = ("user", "expire_date"), ("session_key", "session_data")

    def __str__(self) -> str:
        return "session"

    @classmethod
    def get_session_store_class(cls) -> type["SessionStore"]:
        return SessionStore


class SessionStore(db.SessionStore):
    """Django's own, named as its engine in config/settings.py: each row says whose session it is."""

    @classmethod
    def get_model_class(cls) -> type[OpenSession]:
        return OpenSession

    def create_model_instance(self, data: dict[str, Any]) -> OpenSession:
        made: OpenSession = super().create_model_instance(data)
        made.user_id = data.get(SESSION_KEY)
        return made
