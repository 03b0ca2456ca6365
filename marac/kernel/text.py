"""Words as they are typed in and shown: marked for translation, joined, shortened, cleaned."""

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from typing import Any

LINE_ENDS = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
# Direction marks can make a name or a file ending read backwards ("Trojan Source", CVE-2021-42574);
# the others are invisible. The two joiners stay: Persian and the Indian scripts are spelt with them.
INVISIBLE = re.compile("[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]")
NOT_TEXT = {"Cc", "Cs"}
ODD_SPACES = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
NOT_IN_FILE_NAMES = re.compile(r"[^A-Za-z0-9]+")
OUR_WORD = re.compile("marac", re.IGNORECASE)
FILE_NAME_LENGTH = 80
# Names that Windows keeps for devices, whatever the ending.
DEVICE_NAMES = {"con", "prn", "aux", "nul"} | {f"{port}{n}" for port in ("com", "lpt") for n in range(10)}


class Sentence(str):
    """Words for the user. They read as English text, and keep beside it what the translators know and what was put in.

    So rules may format what they say, and the page can still say it in the reader's language.
    """

    constant: str
    values: Mapping[str, Any]

    def __new__(cls, text: str, constant: str = "", values: Mapping[str, Any] | None = None) -> "Sentence":
        made = super().__new__(cls, text)
        made.constant = constant or text
        made.values = values or {}
        return made

    def format(self, **values: Any) -> "Sentence":  # type: ignore[override]
        return Sentence(self.constant.format(**values), self.constant, values)

    def said(self, translate: Callable[[str], str]) -> str:
        """In the reader's language; what was put in is translated too where it is words of ours."""
        text = translate(self.constant)
        put_in = {
            name: value.said(translate) if isinstance(value, Sentence) else value for name, value in self.values.items()
        }
        return text.format(**put_in) if put_in else text


def _(text: str) -> Sentence:
    """Marks a whole sentence for the translators; the page translates it."""
    return Sentence(text)


def one_after_another(*sentences: str, by: str = " ") -> Sentence:
    """Several as one, each of which is still translated by itself."""
    values = {f"sentence_{number}": each for number, each in enumerate(sentences)}
    return Sentence(by.join(f"{{{name}}}" for name in values)).format(**values)


def sentence_list(items: Sequence[str]) -> str:
    """`["a", "b", "c"]` as "a, b and c"; nothing as an empty string."""
    if len(items) < 2:
        return "".join(items)
    return _("{first} and {last}").format(first=", ".join(items[:-1]), last=items[-1])


def shorten(text: str, length: int) -> str:
    """One line of at most `length` characters, cut after a whole word where it can be, ending "…"."""
    line = " ".join(text.split())
    if len(line) <= length:
        return line
    cut = line[: max(length - 1, 0)]
    if line[len(cut)] != " " and " " in cut:
        cut = cut.rsplit(" ", 1)[0]
    return cut.rstrip(" ,.;:") + "…" if length > 0 else ""


def clean(text: str) -> str:
    """Typed or pasted text without control characters, direction marks or stray space at line ends.

    Line ends become "\\n"; tabs and blank lines inside stay; letters are composed (NFC) so that the
    same word is the same characters however it was typed.
    """
    text = LINE_ENDS.sub("\n", text)
    text = ODD_SPACES.sub(" ", INVISIBLE.sub("", text))
    text = "".join(c for c in text if c in "\n\t" or unicodedata.category(c) not in NOT_TEXT)
    text = unicodedata.normalize("NFC", text)
    return "\n".join(line.rstrip() for line in text.split("\n")).strip()


def clean_line(text: str) -> str:
    """As `clean`, on one line with single spaces: for names, references and other short answers."""
    return " ".join(clean(text).split())


def safe_file_name(*references: str, extension: str) -> str:
    """A name for a file that is sent out or downloaded: "2026-14-agenda.docx".

    Give references and kinds of document only, never what anybody is called or where they live. The
    word MARAC is taken out, for a file name is read over a shoulder. At most 80 characters.
    """
    ending = NOT_IN_FILE_NAMES.sub("", extension).lower()
    words = [NOT_IN_FILE_NAMES.sub("-", OUR_WORD.sub("", part)).strip("-") for part in references]
    stem = "-".join(word for word in words if word) or "document"
    if stem.lower() in DEVICE_NAMES:
        stem = f"document-{stem}"
    room = FILE_NAME_LENGTH - len(ending) - 1
    return f"{stem[:room].rstrip('-')}.{ending}" if ending else stem[:FILE_NAME_LENGTH].rstrip("-")
