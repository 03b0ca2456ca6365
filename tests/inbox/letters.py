"""Mail that agencies might send to a MARAC. The people are invented."""

from email.message import EmailMessage
from pathlib import Path

SAMPLES = Path(__file__).resolve().parents[1] / "samples"
HOMES = "Una Sorrel <una@homes.northmoor.example.org>"


def mail(subject, body="Please see above.", *, number="", sender=HOMES, files=(), **headers):
    """The bytes of a mail; `number` makes its Message-ID, `files` are names with bytes."""
    made = EmailMessage()
    made["From"], made["To"], made["Subject"] = sender, "box@northmoor.example.org", subject
    made["Date"] = "Wed, 04 Mar 2026 09:15:00 +0000"
    made["Message-ID"] = f"<{number or subject.replace(' ', '-').replace('/', '-')}@mail.example.org>"
    for name, value in headers.items():
        made[name.replace("_", "-")] = value
    made.set_content(body)
    for name, content in files:
        made.add_attachment(content, maintype="application", subtype="octet-stream", filename=name)
    return made.as_bytes()
