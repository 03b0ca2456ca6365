"""Draws marac/documents/word/action-list.docx, the template of action lists. Then: python script/word_action_list.py"""

from docx.shared import Pt
from word_style import beneath, headed, listing, paper, save

GAP = Pt(10)  # under the table of the head


def main() -> None:
    document = paper("Actions of {{ held_on }}  ·  {{ hash }}")
    headed(document, "Action list", [("Meeting", "{{ held_on }}"), ("Sent", "{{ made_on }}")])
    said = document.add_paragraph(
        "What was agreed at the meeting. The minutes follow when the chair has approved them. "
        "Do not contact anybody in a case except as the action says."
    )
    said.paragraph_format.space_before = GAP
    columns = [
        ("Agency", "agency", 3.2),
        ("Case", "reference", 2.4),
        ("Undertook to", "task", 5.6),
        ("Because of", "risk", 3.6),
        ("By", "due_on", 2.2),
    ]
    listing(document, "Actions", "actions", columns, none="No action was agreed in a case that you can open.")
    beneath(document, "Only cases that you can open are shown.")
    save(document, "action-list.docx", "Action list")


if __name__ == "__main__":
    main()
