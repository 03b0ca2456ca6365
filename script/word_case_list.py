"""Draws marac/documents/word/case-list.docx, the template of case lists. Then: python script/word_case_list.py"""

from typing import Any

from word_style import beneath, headed, looped, paper, ruled, run, save


def main() -> None:
    document = paper("Case list for {{ held_on }}{% if issue %}, issue {{ issue }}{% endif %}")
    rows = [("Meeting", "{{ held_on }}"), ("Research due", "{{ research_on }}")]
    headed(document, "Case list{% if issue %}, issue {{ issue }}{% endif %}", rows)
    beneath(
        document,
        "Search your own records for these people by every name. Do not contact anybody because of this list.",
    )
    document.add_paragraph("{%p for case in cases %}")
    case(document)
    document.add_paragraph("{%p endfor %}")
    document.add_paragraph("{%p if not cases %}")
    document.add_paragraph("No case that you can open is listed.")
    document.add_paragraph("{%p endif %}")
    save(document, "case-list.docx", "Case list")


def case(document: Any) -> None:
    ruled(document.add_heading("{{ case.number }}. Case {{ case.reference }}", level=1))
    line = document.add_paragraph()
    line.paragraph_format.keep_with_next = True
    run(line, "{{ case.kind }}", bold=True)
    run(line, "{% if case.referred_by %}  ·  Referred by {{ case.referred_by }}{% endif %}")
    run(line, "{% if case.deferred %}  ·  Deferred{% endif %}")
    columns = [
        ("Who", "{{ person.role }}", 2.2),
        ("Name", "{{ person.name }}", 3.4),
        ("Other names", "{{ person.other_names }}", 2.8),
        ("Born", "{{ person.born }}", 2.2),
        ("Address, or school of a child", "{{ person.where }}", 4.4),
        ("Language", "{{ person.language }}", 2.0),
    ]
    document.add_paragraph("{%p if case.people %}")
    looped(document, "person in case.people", columns)
    document.add_paragraph("{%p else %}")
    document.add_paragraph("Nobody is recorded yet.")
    document.add_paragraph("{%p endif %}")


if __name__ == "__main__":
    main()
