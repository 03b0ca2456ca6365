"""The fields of a paper as a table for whoever edits its template in Word: what to type, what it prints."""

from dataclasses import dataclass

from marac.papers.fields import FIELDS, Field, Fields, Paper


@dataclass(frozen=True)
class FieldShown:
    """`inside` is the list in which it stands, such as "cases", or nothing."""

    typed: str
    called: str
    inside: str


def fields_listed(paper: Paper) -> list[FieldShown]:
    return _of(FIELDS[paper], "", "")


def _of(fields: Fields, inside: str, row: str) -> list[FieldShown]:
    found = []
    for name, said in fields.items():
        path = f"{row}.{name}" if row else name
        if isinstance(said, Field):
            found.append(FieldShown(f"{{{{ {path} }}}}", said.called, inside))
        else:
            found += _of(said, path, _row(name))
    return found


def _row(name: str) -> str:
    """What one of a list is called in our own templates: case of cases, row of anything else."""
    return {"cases": "case", "lines": "line", "people": "person", "actions": "action"}.get(name, "row")
