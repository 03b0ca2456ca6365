"""Makes a mail as Outlook saves it: an OLE file of streams (MS-CFB), with the properties of a message (MS-OXMSG)."""

import struct
from datetime import UTC, datetime

SECTOR, MINI, CUT = 512, 64, 4096
FREE, END, FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
EPOCH = datetime(1601, 1, 1, tzinfo=UTC)
Tree = dict[str, "bytes | Tree"]


def msg(*files: tuple[str, bytes], sent: datetime | None = None, html: str | None = None, **said: str) -> bytes:
    """said: subject, body, sender, address, to."""
    numbers = {"subject": "0037", "body": "1000", "sender": "0C1A", "address": "5D01", "to": "0E04"}
    tree: Tree = {_name(numbers[key]): value.encode("utf-16-le") for key, value in said.items()}
    if html is not None:
        tree["__substg1.0_10130102"] = html.encode()
    ticks = int((sent - EPOCH).total_seconds() * 10_000_000) if sent else 0
    tree["__properties_version1.0"] = bytes(32) + struct.pack("<IIQ", 0x00390040, 6, ticks) * bool(sent)
    for number, (name, content) in enumerate(files):
        inside: Tree = {_name("3707"): name.encode("utf-16-le"), "__substg1.0_37010102": content}
        tree[f"__attach_version1.0_#{number:08X}"] = inside
    return compound(tree)


def _name(number: str) -> str:
    return f"__substg1.0_{number}001F"


def compound(tree: Tree) -> bytes:
    """The streams and folders as a compound file."""
    made = _Compound()
    made.add("Root Entry", tree)
    return made.whole()


class _Compound:
    """Sectors and the table of which follows which; small streams share the root's own stream."""

    def __init__(self) -> None:
        self.sectors: list[bytes] = []
        self.fat: list[int] = []
        self.minis = b""
        self.mini_fat: list[int] = []
        self.entries: list[list] = []

    def chain(self, content: bytes) -> int:
        pieces = [content[at : at + SECTOR].ljust(SECTOR, b"\0") for at in range(0, len(content), SECTOR)]
        start = len(self.sectors)
        self.fat.extend([*range(start + 1, start + len(pieces)), END] if pieces else [])
        self.sectors.extend(pieces)
        return start if pieces else END

    def small(self, content: bytes) -> int:
        start, count = len(self.minis) // MINI, -(-len(content) // MINI)
        self.mini_fat.extend([*range(start + 1, start + count), END] if count else [])
        self.minis += content.ljust(count * MINI, b"\0")
        return start if count else END

    def add(self, name: str, held: "bytes | Tree") -> int:
        number = len(self.entries)
        if isinstance(held, bytes):
            start = self.small(held) if len(held) < CUT else self.chain(held)
            self.entries.append([name, 2, FREE, FREE, start, len(held)])
            return number
        self.entries.append([name, 5 if number == 0 else 1, FREE, FREE, 0, 0])
        before = (number, 3)
        for child, content in held.items():
            made = self.add(child, content)
            self.entries[before[0]][before[1]] = made
            before = (made, 2)
        return number

    def whole(self) -> bytes:
        self.entries[0][4:] = [self.chain(self.minis), len(self.minis)]
        small = struct.pack(f"<{len(self.mini_fat)}I", *self.mini_fat)
        starts = self.chain(b"".join(_entry(*entry) for entry in self.entries)), self.chain(small)
        count = 1
        while count * (SECTOR // 4) < len(self.fat) + count:
            count += 1
        first = len(self.sectors)
        self.fat += [FAT] * count
        table = struct.pack(f"<{len(self.fat)}I", *self.fat).ljust(count * SECTOR, b"\xff")
        self.sectors += [table[at : at + SECTOR] for at in range(0, len(table), SECTOR)]
        numbers = (count, starts[0], 0, CUT, starts[1], -(-len(small) // SECTOR), END, 0)
        signature = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
        head = struct.pack("<8s16sHHHHH6xI8I", signature, bytes(16), 0x3E, 3, 0xFFFE, 9, 6, 0, *numbers)
        places = struct.pack(f"<{count}I", *range(first, first + count)).ljust(109 * 4, b"\xff")
        return head + places + b"".join(self.sectors)


def _entry(name: str, kind: int, right: int, child: int, start: int, size: int) -> bytes:
    letters = name.encode("utf-16-le") + b"\0\0"
    return struct.pack(
        "<64sHBBIII16sIQQIQ", letters, len(letters), kind, 1, FREE, right, child, bytes(16), 0, 0, 0, start, size
    )
