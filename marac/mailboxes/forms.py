"""What a coordinator says of the MARAC's mailbox."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from marac.mailboxes.models import Mailbox
from marac.mailboxes.rules import SECURITY_NAMES, WAY_NAMES, Security, Way
from marac.ui.fields import ChoiceField, DateField, NumberField, PasswordField, TextField
from marac.ui.forms import Form

KEPT = _("It is kept sealed and never shown again. Leave it blank to keep the one that is set.")
ASKED = (
    *("host", "port", "security", "account", "way", "token_address", "client_id", "scope"),
    *("taken_folder", "results_of", "since_on"),
)


class MailboxForm(Form):
    host = TextField(
        label=_("Mail server"),
        missing=_("Enter the name of the mail server"),
        hint=_("Of Exchange Online, outlook.office365.com"),
    )
    port = NumberField(label=_("Port"), missing=_("Enter the port"), initial=993, min_value=1, max_value=65535)
    security = ChoiceField(
        label=_("How the line is kept private"),
        missing=_("Choose how the line is kept private"),
        choices=[(each.value, _(text)) for each, text in SECURITY_NAMES.items()],
        initial=Security.TLS.value,
    )
    account = TextField(
        label=_("Account"),
        missing=_("Enter the account"),
        hint=_("The address of the mailbox, of a shared one too"),
    )
    way = ChoiceField(
        label=_("What it is opened with"),
        missing=_("Choose what it is opened with"),
        hint=_("Exchange Online takes tokens only."),
        choices=[(each.value, _(text)) for each, text in WAY_NAMES.items()],
        initial=Way.PASSWORD.value,
    )
    secret = PasswordField(label=_("Password, or client secret"), hint=KEPT)
    token_address = TextField(
        label=_("For a token: tenant ID, or the address that gives tokens"),
        hint=_("Of Microsoft Entra, the Directory (tenant) ID is enough."),
        max_length=300,
    )
    client_id = TextField(label=_("For a token: client ID"))
    scope = TextField(
        label=_("For a token: scope"), hint=_("Leave it blank for the one of Exchange Online."), max_length=300
    )
    refresh = PasswordField(label=_("For a token of the account: refresh token"), hint=KEPT)
    taken_folder = TextField(
        label=_("Folder to which taken messages are moved"),
        missing=_("Enter the name of the folder"),
        initial="OpenMARAC",
        max_length=100,
    )
    results_of = TextField(
        label=_("Name that the server gives itself in Authentication-Results"),
        hint=_("Only what this server says of a sender is shown. Exchange Online needs none."),
    )
    since_on = DateField(
        label=_("Take what arrived since"),
        hint=_("Older messages are left where they are. Blank is today."),
    )


def answers_of(mailbox: Mailbox | None) -> dict[str, Any]:
    """What is set, without what is sealed."""
    return {name: getattr(mailbox, name) for name in ASKED} if mailbox else {}
