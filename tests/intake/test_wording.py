"""The licensed wording of a tool: whole or not at all, with its edition, date and licence."""

import pytest

from marac.directory.profile import checked, words_of
from marac.intake.tools import tool_named
from marac.intake.wording import read_wordings, worded
from marac.kernel.refusal import Refusal

DASH = tool_named("dash-24")
HEAD = '[dash-24]\nedition = "Adult, 2015"\ndated_on = 2015-09-01\nlicence = "Held by the council"\n'
WORDS = "[dash-24.words]\n" + "\n".join(f'{key} = "Licensed {key}?"' for key in DASH.keys)
WHOLE = HEAD + WORDS


def test_the_tool_asks_in_the_licensed_words_and_its_version_is_the_edition():
    found = worded(DASH, WHOLE)

    assert [item.words for item in found.items] == [f"Licensed {key}?" for key in DASH.keys]
    assert (found.id, found.version, found.keys) == ("dash-24", "Adult, 2015", DASH.keys)
    assert [item.critical for item in found.items] == [item.critical for item in DASH.items]


def test_another_tool_and_an_empty_text_keep_words_of_our_own():
    assert worded(tool_named("young-24"), WHOLE) == tool_named("young-24")
    assert worded(DASH, "") == DASH


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("not toml at all", "This is not the wording of a risk tool."),
        (WHOLE.replace("dash-24", "dash-99"), "There is no risk tool called dash-99."),
        (WHOLE.replace("[dash-24", "[graded"), "There is no risk tool called graded."),
        ("dash-24 = 3", "Say which edition"),
        (WHOLE.replace("Adult, 2015", "x" * 21), "Say which edition"),
        (WHOLE.replace("2015-09-01", '"then"'), "Say from which day"),
        (WHOLE.replace("Held by the council", " "), "Say under which licence"),
        (WHOLE + '\nshoe = "Size?"', "dash-24 has no question called shoe."),
        (WHOLE.replace('injury = "Licensed injury?"', 'injury = ""'), "leaves questions out: injury."),
        (WHOLE.replace('injury = "Licensed injury?"', "injury = 3"), "leaves questions out: injury."),
    ],
)
def test_what_is_not_whole_is_refused_with_what_is_wrong(text, said):
    with pytest.raises(Refusal, match=said) as refused:
        checked("wordings", text)

    assert refused.value.field == "value"


def test_a_page_says_which_edition_it_is_and_not_the_whole_text():
    assert words_of("wordings", checked("wordings", WHOLE)) == "Risk checklist, 24 items: Adult, 2015, 1 September 2015"


def test_several_tools_stand_in_one_text():
    young = WHOLE.replace("dash-24", "young-24")

    assert set(read_wordings(f"{WHOLE}\n{young}")) == {"dash-24", "young-24"}
