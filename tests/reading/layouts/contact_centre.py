"""A child contact centre's HTML mail: nested tables, 'resident parent' and 'visiting parent', notes in red below."""

from tests.reading.documents import mail
from tests.reading.truth import child, home, person, phone, referral

SOURCE = "contact-centre.eml"
LEFT = (
    ("Parent", "Abimbola Fashola"), ("Date of birth", "05 Nov 1991"), ("House", "44 Weir Gardens, Otterford"),
    ("Post code", "ZZ28 4WG"), ("Ring on", "07700 900221"),
)  # fmt: skip
RIGHT = (
    ("Parent", "Kwame Asante-Brown"), ("Date of birth", "17 Jun 1988"), ("House", "Flat 12, Mill Tower, Otterford"),
    ("Post code", "ZZ28 9MT"), ("Ring on", "07700 900222"),
)  # fmt: skip


def side(title: str, rows) -> str:
    inner = "".join(f"<tr><td style='color:#555'>{a}</td><td><b>{b}</b></td></tr>" for a, b in rows)
    return f"<td valign=top><p style='font-size:14pt'>{title}</p><table>{inner}</table></td>"


HTML = f"""<html><body style="font-family:Calibri">
<div>Hello all,</div><div><br></div>
<div>One for the <span>Otterford</span> MARAC please. Centre record pasted in:</div>
<table width=100%><tr>{side("Resident parent", LEFT)}{side("Visiting parent", RIGHT)}</tr></table>
<table border=1><tr><td colspan=3>Little ones who come to us</td></tr>
<tr><td>Tobi Asante-Brown</td><td>3 (born 02/09/2023)</td><td>lives with resident parent</td></tr>
<tr><td>Femi Asante-Brown</td><td>7 (born 26/01/2019)</td><td>lives with resident parent</td></tr></table>
<p style="color:red">Since the handover of Saturday 15 August we think that the resident parent is in serious danger
from the visiting parent. He told a volunteer that he "knows which bus she gets" and showed her a hammer in his bag.</p>
<p>Ms Fashola has asked to be called on her mobile only when the children are at nursery and school, 9.30 to 2.30.
Messages are picked up by Mr Asante-Brown, who has her voicemail code, so leave none.</p>
<p>I have talked to her about MARAC. She said yes to it.</p>
<p>Thanks,<br>Delphine Ricketts<br>Centre Coordinator<br>Otterford Family Contact Centre, St Bride's Hall,
Otterford ZZ28 1SB<br>01632 960223</p>
</body></html>"""


def document() -> bytes:
    made = mail("", html=HTML)
    made = made.replace(
        b"Sam Okoro <s.okoro@harbourtrust.example.org>", b"Delphine Ricketts <delphine@otterfordcontact.example.org>"
    )
    return made.replace(b"Tue, 03 Jun 2025 10:00:00 +0100", b"Mon, 17 Aug 2026 12:31:00 +0100")


WEIR = home("44 Weir Gardens, Otterford", "ZZ28 4WG")
TRUTH = referral(
    SOURCE,
    case_area="Otterford",
    referral_date="2026-08-17",
    referrer={
        "agency": "Otterford Family Contact Centre",
        "name": "Delphine Ricketts",
        "role": "Centre Coordinator",
        "phones": ["01632960223"],
        "email": "delphine@otterfordcontact.example.org",
    },
    victims=[person("Abimbola Fashola", "1991-11-05", WEIR, phones=[phone("07700900221", call=True, message=False)])],
    perpetrators=[
        person(
            "Kwame Asante-Brown",
            "1988-06-17",
            home("Flat 12, Mill Tower, Otterford", "ZZ28 9MT"),
            phones=[phone("07700900222")],
        )
    ],
    children=[
        child("Tobi Asante-Brown", "2023-09-02", age_stated=3, lives_with="victim"),
        child("Femi Asante-Brown", "2019-01-26", age_stated=7, lives_with="victim"),
    ],
    consent={"victim_aware": True, "consent_given": True},
    must_include=["showed her a hammer in his bag"],
    accept={
        "victims[0].gender": ["female"],
        "perpetrators[0].gender": ["male"],
        "perpetrators[0].relationship_to_victim": ["visiting parent"],
        "children[0].age_stated": [None],
        "children[1].age_stated": [None],
        "children[0].address": [WEIR],
        "children[1].address": [WEIR],
    },
)
