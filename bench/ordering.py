"""How long an order takes to be proved, and what it saves, on invented meetings in the shape that guidance describes.

Usage: python -m bench.ordering [--sizes 10,20,30,40] [--each 20] [--seconds 60] [--wishes]

What is unlike life: every agency weighs one; each case draws its agencies by itself but for children's, where education
and school nurses come with them; three districts, each with one housing service and one of two women's services.

`--wishes` adds to each meeting what a coordinator may wish, such that the order by locality keeps it: a case in its
place, two heard one after the other, two not, a break, and hours in which the fire and rescue service has to be heard.
"""

import argparse
import random
import statistics
import time
from dataclasses import replace

from marac.ordering.meeting import Break, Case, Meeting, Window
from marac.ordering.moving import by_locality
from marac.ordering.ordering import best_order
from marac.ordering.waiting import cost, slots

ALWAYS = ("police", "advocacy", "health", "marac office")
SOMETIMES = {
    "criminal justice": 0.35,
    "drugs and alcohol": 0.25,
    "mental health": 0.3,
    "adult social care": 0.18,
    "fire and rescue": 0.1,
    "prison": 0.08,
    "immigration adviser": 0.06,
    "LGBT adviser": 0.05,
}
DISTRICTS = {"1": 0.45, "2": 0.33, "3": 0.22}
MINUTES = (8, 10, 10, 10, 12, 12, 15, 15, 20)
RARE = "fire and rescue"
GOOD = 2.0  # seconds in which an order is to be good


def invented(size: int, seed: int) -> Meeting:
    chance = random.Random(f"{size} {seed}")
    cases = [_case(str(number), chance) for number in range(1, size + 1)]
    return Meeting(cases, dict.fromkeys(sorted({agency for case in cases for agency in case.agencies}), 1))


def _case(name: str, chance: random.Random) -> Case:
    district = chance.choices(list(DISTRICTS), list(DISTRICTS.values()))[0]
    there = {*ALWAYS, *(agency for agency, often in SOMETIMES.items() if chance.random() < often)}
    if chance.random() < 0.6:
        there.add("children's services")
        there.update(
            agency for agency, often in {"education": 0.75, "school nurses": 0.6}.items() if chance.random() < often
        )
    if chance.random() < 0.65:
        there.add(f"housing {district}")
    if chance.random() < 0.5:
        there.add("women's services 1" if district == "1" else "women's services 2")
    return Case(name, chance.choice(MINUTES), frozenset(there), district)


def with_wishes(meeting: Meeting, seed: int) -> Meeting:
    chance, order = random.Random(f"wishes {len(meeting.cases)} {seed}"), by_locality(meeting)
    fixed, pair, one = chance.sample(range(len(order) - 2), 3)
    wished = replace(
        meeting,
        breaks=[Break(meeting.minutes // 2, 10)],
        fixed={order[fixed].id: fixed + 1},
        together=[frozenset((order[pair].id, order[pair + 1].id))],
        apart=[(order[one].id, order[one + 2].id)],
    )
    rare = [Window(slot.agency, slot.arrive, slot.leave) for slot in slots(wished, order) if slot.agency == RARE]
    return replace(wished, windows=rare)


def main() -> None:
    asked = argparse.ArgumentParser(prog="python -m bench.ordering")
    asked.add_argument("--sizes", default="10,15,20,25,30,35,40")
    asked.add_argument("--each", type=int, default=20, help="meetings of each size")
    asked.add_argument("--seconds", type=float, default=60)
    asked.add_argument("--wishes", action="store_true", help="also what a coordinator wishes of the order")
    given = asked.parse_args()
    began = time.perf_counter()
    best_order(invented(8, 0), 1)
    print(f"The first order in this process, with what it compiles or reads: {time.perf_counter() - began:.1f} s.\n")
    heads = ("cases", "meetings", "proved", "median s", "slowest s", "furthest from proof", "worse after 2 s", "saved")
    print(f"| {' | '.join(heads)} |\n|{' ---: |' * len(heads)}")
    for size in map(int, given.sizes.split(",")):
        print(_row(size, given.each, given.seconds, given.wishes), flush=True)


def _row(size: int, each: int, seconds: float, wishes: bool) -> str:
    took, gaps, early, saved, proved = [], [], [], [], 0
    for seed in range(each):
        meeting = with_wishes(invented(size, seed), seed) if wishes else invented(size, seed)
        found = best_order(meeting, seconds)
        proved += found.proven
        took.append(found.seconds)
        gaps.append(1 - found.bound / found.cost if found.cost else 0)
        soon = found if found.seconds < GOOD else best_order(meeting, GOOD)
        early.append(soon.cost / found.cost - 1 if found.cost else 0)
        saved.append(1 - found.cost / cost(meeting, by_locality(meeting)))
    figures = (
        f"{statistics.median(took):.2f}",
        f"{max(took):.2f}",
        f"{max(gaps):.1%}",
        f"{max(early):.1%}",
        f"{statistics.median(saved):.0%}",
    )
    return f"| {size} | {each} | {proved} | {' | '.join(figures)} |"


if __name__ == "__main__":
    main()
