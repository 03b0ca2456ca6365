"""What an administrator says of an agency's sign-in service."""

from django.utils.translation import gettext_lazy as _

from marac.ui.fields import PasswordField, TextField
from marac.ui.forms import Form


class ConnectionForm(Form):
    issuer = TextField(
        label=_("Tenant ID, or address of the issuer"),
        missing=_("Enter the tenant ID or the address of the issuer"),
        hint=_("Of Microsoft Entra, the Directory (tenant) ID is enough. Of others, the issuer, letter for letter."),
        max_length=300,
    )
    client_id = TextField(
        label=_("Client ID"),
        missing=_("Enter the client ID"),
        hint=_("Entra calls it Application (client) ID."),
    )
    secret = PasswordField(
        label=_("Client secret"),
        hint=_("It is kept sealed and never shown again. Leave it blank to keep the one that is set."),
    )
    trusted = TextField(
        label=_("Words by which the service says that a second factor was shown"),
        hint=_(
            "Values of amr, acr or acrs, between spaces, such as mfa. Leave it blank, and everybody shows a second "
            "factor of OpenMARAC too: only a service that always asks for two can do without."
        ),
    )
