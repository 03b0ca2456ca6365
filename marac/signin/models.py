"""Second factors of people, and how often somebody tried. Secrets are sealed (marac.accounts.sealing.py)."""

from django.db import models

from marac.accounts.models import User
from marac.audit.models import Record


class Authenticator(Record):
    """An app that shows a new code each half minute. `secret` is sealed; `last_step` is the half minute of the last
    code used, so that none works twice."""

    user = models.OneToOneField(User, on_delete=models.PROTECT)
    secret = models.CharField(max_length=200)
    last_step = models.BigIntegerField()
    added_on = models.DateField()

    class Register:
        about, keep = "user", "until it is replaced"
        give, withhold = ("id", "user", "added_on"), ("secret", "last_step")

    # Read by a change of keys (config/rotation.py).
    SEALED = {"secret": "sealed_for"}

    def __str__(self) -> str:
        return f"authenticator {self.pk}"

    def sealed_for(self) -> bytes:
        return f"authenticator {self.user_id}".encode()


class Passkey(Record):
    """A passkey: `credential` is its public half as the library keeps it, in base64; the private half never leaves
    its owner's device. `uses` is what the device itself counts, and tells a copy where the device counts at all."""

    user = models.ForeignKey(User, on_delete=models.PROTECT)
    name = models.CharField(max_length=60)
    known_as = models.CharField(max_length=64, unique=True)
    credential = models.TextField()
    uses = models.BigIntegerField(default=0)
    added_on = models.DateField()
    used_on = models.DateField(null=True, blank=True)

    class Register:
        about, keep = "user", "until it is taken away"
        give, withhold = ("id", "user", "name", "added_on", "used_on"), ("known_as", "credential", "uses")

    def __str__(self) -> str:
        return f"passkey {self.pk}"


class RecoveryCode(Record):
    """One of ten codes for the day on which the telephone is lost; gone once it was used. `mark` is sealed."""

    user = models.ForeignKey(User, on_delete=models.PROTECT)
    mark = models.CharField(max_length=200)

    class Register:
        about, keep = "user", "until it is used"
        give, withhold = ("id", "user"), ("mark",)

    SEALED = {"mark": "sealed_for"}

    def __str__(self) -> str:
        return f"recovery code {self.pk}"

    def sealed_for(self) -> bytes:
        return f"recovery code {self.user_id}".encode()


class Tries(Record):
    """How often somebody tried to sign in, for one account or from one address; `mark` tells neither."""

    mark = models.CharField(max_length=40, unique=True)
    failures = models.PositiveIntegerField(default=0)
    last_at = models.DateTimeField(null=True, blank=True)
    told = models.BooleanField(default=False)  # its person was written to about so many

    class Register:
        about, keep = "nobody", "a day"
        withhold = ("id", "mark", "failures", "last_at", "told")

    def __str__(self) -> str:
        return f"tries {self.pk}"
