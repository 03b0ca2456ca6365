"""Draws marac/documents/word/agenda.docx, the template of agendas. After a change: python script/word_agenda.py"""

from typing import Any

from word_style import beneath, headed, listing, paper, save


def main() -> None:
    document = paper("Agenda for {{ held_on }}")
    rows = [("Date", "{{ held_on }}, {{ starts_at }}"), ("Venue", "{{ venue }}"), ("Chair", "{{ chair }}")]
    headed(document, "Agenda of the multi-agency risk assessment conference", rows)
    opening(document)
    cases(document)
    document.add_heading("5  Any other business", level=2)
    document.add_paragraph("{{ next_meeting }}")
    save(document, "agenda.docx", "Agenda")


def opening(document: Any) -> None:
    document.add_heading("1  Introductions and apologies", level=2)
    document.add_heading("2  Confidentiality", level=2)
    document.add_paragraph("{{ confidentiality }}")
    document.add_paragraph("Everybody present accepts this statement before the first case is heard.")
    columns = [
        ("Agency", "agency", 3.6),
        ("Case", "reference", 2.8),
        ("Undertook to", "task", 8.2),
        ("Was due", "due_on", 2.4),
    ]
    listing(document, "3  Actions overdue from earlier meetings", "overdue", columns, none="None.")


def cases(document: Any) -> None:
    columns = [
        ("", "number", 1.2),
        ("Case", "reference", 3.2),
        ("Kind", "kind", 4.0),
        ("Referred by", "referred_by", 4.6),
        ("Children", "children", 1.9),
        ("Minutes", "minutes", 2.1),
    ]
    listing(document, "4  Cases", "cases", columns, none="No case that you can open is listed.")
    beneath(document, "Only cases that you can open are shown.")


if __name__ == "__main__":
    main()
