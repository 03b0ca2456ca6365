"""Draws marac/documents/word/minutes.docx, the template of minutes. After a change: python script/word_minutes.py"""

from typing import Any

from word_style import beneath, facts, headed, listing, looped, paper, ruled, run, save


def main() -> None:
    trail = "{% if trail %}  ·  {% endif %}{{ trail }}"
    document = paper(f"Minutes of {{{{ held_on }}}}, issue {{{{ issue }}}}  ·  {{{{ hash }}}}{trail}")
    opening(document)
    attendance(document)
    overdue(document)
    cases(document)
    save(document, "minutes.docx", "Minutes")


def opening(document: Any) -> None:
    rows = [("Date", "{{ held_on }}, {{ starts_at }}"), ("Venue", "{{ venue }}"), ("Chair", "{{ chair }}")]
    headed(document, "Minutes of the multi-agency risk assessment conference", [*rows, ("Issue", "{{ issue }}")])
    changed(document)
    document.add_heading("Confidentiality", level=2)
    document.add_paragraph("{{ confidentiality }}")


def changed(document: Any) -> None:
    """Of an issue that takes the place of another, what is different."""
    document.add_paragraph("{%p if changes %}")
    document.add_heading("{{ changed_since }}", level=2)
    columns = [
        ("Case", "{{ row.reference }}", 3),
        ("What", "{{ row.what }}", 4.6),
        ("Now says", "{{ row.text }}", 9.4),
    ]
    looped(document, "row in changes", columns)
    document.add_paragraph("{%p endif %}")


def attendance(document: Any) -> None:
    listing(document, "Present", "present", [("Agency", "agency", 6.5), ("Name", "name", 6), ("As", "capacity", 4.5)])
    beneath(document, "{{ quorum }}")
    listing(
        document,
        "Apologies",
        "apologies",
        [("Agency", "agency", 6.5), ("Name", "name", 6), ("Information", "sent", 4.5)],
    )
    listing(
        document,
        "Observers",
        "observers",
        [("Agency", "agency", 6.5), ("Name", "name", 6), ("Confidentiality", "accepted", 4.5)],
    )


def overdue(document: Any) -> None:
    columns = [
        ("Agency", "agency", 3.6),
        ("Case", "reference", 2.8),
        ("Undertook to", "task", 8.2),
        ("Was due", "due_on", 2.4),
    ]
    listing(document, "Overdue from earlier meetings", "overdue", columns)


def cases(document: Any) -> None:
    document.add_paragraph("{%p for case in cases %}")
    heading = document.add_heading("Case {{ case.reference }}", level=1)
    ruled(heading)
    line = document.add_paragraph()
    line.paragraph_format.keep_with_next = True
    run(line, "{{ case.kind }}", bold=True)
    run(line, "  ·  {{ case.outcome }}{% if case.reason %}: {{ case.reason }}{% endif %}")
    for name in ("quorum", "on_the_day"):
        document.add_paragraph(f"{{%p if case.{name} %}}")
        document.add_paragraph(f"{{{{ case.{name} }}}}")
        document.add_paragraph("{%p endif %}")
    document.add_paragraph("{%p if case.heard %}")
    part(document, "Who spoke for the victim", "spoke_for_victim")
    part(document, "What the victim wants", "wishes")
    information(document)
    document.add_heading("Risk summary", level=2)
    rows = [
        ("Possible harm to people or property", "{{ case.possible_harm }}"),
        ("What adds to the risk", "{{ case.contributory }}"),
        ("Safety plans and what supports", "{{ case.supportive }}"),
    ]
    facts(document, [4.6, 12.4], rows)
    part(document, "Conclusion", "conclusion")
    actions(document)
    part(document, "Who tells the victim, how and by when", "who_tells")
    document.add_paragraph("{%p endif %}")
    document.add_paragraph("{%p endfor %}")


def information(document: Any) -> None:
    columns = [
        ("Agency", "{{ line.agency }}", 3.4),
        ("Kind", "{{ line.kind }}", 2.6),
        ("Information", "{{ line.text }}{% if line.summary %} (in summary){% endif %}", 7.8),
        ("Source", "{{ line.source }}", 3.2),
    ]
    document.add_heading("Information from agencies", level=2)
    document.add_paragraph("{%p if case.lines %}")
    looped(document, "line in case.lines", columns)
    document.add_paragraph("{%p else %}")
    document.add_paragraph("None recorded.")
    document.add_paragraph("{%p endif %}")


def actions(document: Any) -> None:
    document.add_heading("Actions", level=2)
    document.add_paragraph("{%p if case.actions %}")
    looped(
        document,
        "action in case.actions",
        [
            ("Agency", "{{ action.agency }}", 3.4),
            ("Undertook to", "{{ action.task }}", 6.4),
            ("Because of", "{{ action.risk }}", 4.8),
            ("By", "{{ action.due_on }}", 2.4),
        ],
    )
    document.add_paragraph("{%p else %}")
    document.add_paragraph("None agreed.")
    document.add_paragraph("{%p endif %}")


def part(document: Any, heading: str, name: str) -> None:
    document.add_heading(heading, level=2)
    document.add_paragraph(f"{{{{ case.{name} }}}}")


if __name__ == "__main__":
    main()
