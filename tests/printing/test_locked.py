"""A locked PDF: shut without its password by the strongest lock that PDF has, and as readable as before with it."""

import io

import pikepdf
import pytest

from marac.printing.locked import locked
from marac.printing.pdf import print_pdf
from tests.printing.test_pdf import Text, sheet, tags

PASSWORD = "violet lanterns hum quietly"


def shut():
    return locked(print_pdf(sheet(Text("Attended twice."))), PASSWORD)


@pytest.mark.parametrize("password", ["", "Violet lanterns hum quietly"])
def test_it_is_shut_to_any_other_password(password):
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(io.BytesIO(shut()), password=password)


def test_it_is_shut_by_aes_256_and_still_tagged_once_it_is_open():
    opened = pikepdf.open(io.BytesIO(shut()), password=PASSWORD)
    plain = io.BytesIO()
    how, lang, may = opened.encryption, str(opened.Root.Lang), opened.allow
    opened.save(plain, encryption=False)

    assert (how.R, how.bits, how.stream_method) == (6, 256, pikepdf.models.encryption.EncryptionMethod.aesv3)
    assert lang == "en-GB"
    assert (may.accessibility, may.extract, may.print_highres, may.modify_other) == (True, True, True, False)
    assert "/H1" in tags(plain.getvalue())
