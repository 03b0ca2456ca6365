"""That the browser of the journeys draws a page from here, hears what axe says of it, and reaches nowhere else."""

import pytest


def test_the_browser_draws_a_page_and_axe_finds_what_is_wrong(page, axe_faults):
    page.set_content(
        '<html lang="en"><head><title>Page</title></head><body><main><h1>Page</h1><img src="x"></main></body></html>'
    )

    assert [fault.split(":")[0] for fault in axe_faults(page)] == ["image-alt"]


def test_the_browser_reaches_no_other_machine(page):
    with pytest.raises(Exception, match="ERR_NAME_NOT_RESOLVED"):
        page.goto("http://agency.example.org/")
