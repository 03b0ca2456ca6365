"""How a case is named."""


def next_reference(stem: str, last: str | None) -> str:
    """EM/26/0042 follows EM/26/0041; the first of a year is 0001. Nothing in it tells of a person."""
    number = int(last.removeprefix(stem)) + 1 if last else 1
    return f"{stem}{number:04d}"
