"""In the index that is searched, a guide is one entry with the words of all its questions."""

import json

from generator.mkdocs.search_index import whole_pages

CONFIG = {"lang": ["en"], "separator": "[\\s]+"}
FIRST = {"location": "guides/wheel/", "title": "Wheel", "text": "", "boost": 6}
STEP = {"location": "guides/wheel/#sound", "title": "Does it rub?", "text": "<ul><li>Yes</li></ul>", "boost": 6}
LAST = {"location": "guides/wheel/#feel", "title": "Is it loose?", "text": "<p>Push it.</p>", "boost": 6}
OTHER = {"location": "about/", "title": "About", "text": "<p>Us.</p>"}
PART = {"location": "about/#who", "title": "Who", "text": "<p>We.</p>"}


def index(*docs: dict, **others: object) -> str:
    return json.dumps({"config": CONFIG, "docs": docs, **others})


def test_the_parts_of_a_guide_are_one_entry_that_leads_to_its_beginning():
    made = json.loads(whole_pages(index(OTHER, FIRST, STEP, PART, LAST), {"guides/wheel/"}))
    text = "<p>Does it rub?</p><ul><li>Yes</li></ul><p>Is it loose?</p><p>Push it.</p>"
    assert made == {"config": CONFIG, "docs": [OTHER, {**FIRST, "text": text}, PART]}


def test_a_part_that_comes_first_leads_to_the_beginning_too():
    (entry,) = json.loads(whole_pages(index(STEP), {"guides/wheel/"}))["docs"]
    assert entry["location"] == "guides/wheel/"


def test_where_pages_are_files_it_is_the_same():
    files = [{**one, "location": one["location"].replace("wheel/", "wheel.html")} for one in (FIRST, STEP)]
    (entry,) = json.loads(whole_pages(index(*files), {"guides/wheel.html"}))["docs"]
    assert entry["location"] == "guides/wheel.html"


def test_an_order_that_was_made_beforehand_fits_its_entries_still():
    before = index(FIRST, STEP, index={"fields": ["title"]})
    assert whole_pages(before, {"guides/wheel/"}) == before
