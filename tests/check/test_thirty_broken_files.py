"""What somebody who has never programmed is told after a slip: a table to be read.

Each row breaks one file of a small site (`small_site/`), as people do, and holds the first message to the letter:
where it points, what it says is wrong, and what to do. One slip is one message, but for the few rows with `more`.

After a change of the words, read the row as that person would.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from broken_site import ABOUT, FAQ, FLAGS, PLACE, TEAR, TENDON, TREE, Change, moved, swap, text, written

from generator.core.finding import Finding
from generator.core.project import Project
from generator.load.files import load
from generator.report import github_report, text_report


@dataclass(frozen=True, slots=True)
class Broken:
    """A slip and what is said of it.

    Attributes:
        how: the slip.
        change: the files that differ from the small site.
        at: file, line and column of the first message.
        code: the rule's code.
        says: what is wrong.
        help: what to do.
        more: how many messages follow.
    """

    how: str
    change: Change
    at: str
    code: str
    says: str
    help: str
    more: int = 0


BROKEN = [
    Broken(
        "a tab where spaces belong",
        swap(TREE, ("    ask: How", "\task: How")),
        at="decision_trees/sit-bone.yml:9:1",
        code="S201",
        says="This cannot be read: this line is indented with a tab.",
        help="Delete the tab, and indent with spaces like the lines around it.",
    ),
    Broken(
        "a tab before a choice",
        swap(TREE, ("      bit-by-bit:", "\t\tbit-by-bit:")),
        at="decision_trees/sit-bone.yml:15:1",
        code="S201",
        says="This cannot be read: this line is indented with a tab.",
        help="Delete the tab, and indent with spaces like the lines around it.",
    ),
    Broken(
        "no colon after a name",
        swap(TREE, ("start: how", "start how")),
        at="decision_trees/sit-bone.yml:5:1",
        code="S201",
        says="This cannot be read: this line has no colon with a space after it.",
        help='Write it as "name: text". If it belongs to a list, begin it with "- "; if to the text above, indent it.',
    ),
    Broken(
        "no colon after a choice",
        swap(TREE, ("      bit-by-bit:", "      bit-by-bit")),
        at="decision_trees/sit-bone.yml:15:7",
        code="S201",
        says="This cannot be read: this line has no colon with a space after it.",
        help='Write it as "name: text". If it belongs to a list, begin it with "- "; if to the text above, indent it.',
    ),
    Broken(
        "no space after a colon",
        swap(TREE, ("start: how", "start:how")),
        at="decision_trees/sit-bone.yml:5:7",
        code="S201",
        says="This cannot be read: there is no space after this colon.",
        help="Type a space after it.",
    ),
    Broken(
        "a colon inside a text without quotes",
        swap(TREE, ("ask: How did", "ask: Tell us: how did")),
        at="decision_trees/sit-bone.yml:9:17",
        code="S201",
        says="This cannot be read: there is a second colon in this line.",
        help="If the text itself holds a colon, put the whole text in quotes.",
    ),
    Broken(
        "a colon inside a list item",
        swap(TENDON, ("- It is no better after 2 weeks", "- After 2 weeks: see a doctor")),
        at="content/outcomes/tendon-pain.yml:9:5",
        code="S303",
        says="There should be a text here, not keys with values.",
        help="Write one text here. If it is one text with a colon in it, put the whole text in quotes.",
    ),
    Broken(
        "a closing quote is missing",
        swap(TREE, ('or nearly each"', "or nearly each")),
        at="decision_trees/sit-bone.yml:26:15",
        code="S201",
        says="This cannot be read: the quote that opens here is not closed where its text ends.",
        help="Close it with the same quote.",
    ),
    Broken(
        "text that begins with a quoted word",
        swap(TREE, ("ask: How did this pain begin?", 'ask: "How" did this pain begin?')),
        at="decision_trees/sit-bone.yml:9:16",
        code="S201",
        says="This cannot be read: the text goes on after its closing quote.",
        help="Put quotes around the whole text; use ' outside where there is \" inside.",
    ),
    Broken(
        "indented too far",
        swap(TREE, ("    ask: Does it", "      ask: Does it")),
        at="decision_trees/sit-bone.yml:24:5",
        code="S201",
        says="This cannot be read: this line does not fit the lines around it.",
        help="Check that it is indented like its neighbours, and that quotes are around the whole text or not there at all.",
    ),
    Broken(
        "indented too little",
        swap(TREE, ("    ask: Does it", "   ask: Does it")),
        at="decision_trees/sit-bone.yml:24:5",
        code="S201",
        says="This cannot be read: this line is indented more than the line above it allows.",
        help="Give it as many spaces as the lines that it belongs with.",
    ),
    Broken(
        "a choice not indented",
        swap(TREE, ("      bit-by-bit:\n", "    bit-by-bit:\n")),
        at="decision_trees/sit-bone.yml:15:5",
        code="S201",
        says="This cannot be read: this line is indented less than the lines above and below that it belongs with.",
        help="Give it as many spaces as those.",
    ),
    Broken(
        "not indented below its name",
        swap(TREE, ("        text: In one", "      text: In one")),
        at="decision_trees/sit-bone.yml:14:9",
        code="S201",
        says="This cannot be read: this line is indented more than the line above it allows.",
        help="Give it as many spaces as the lines that it belongs with.",
    ),
    Broken(
        "typographic quotes",
        swap(TREE, ('"Yes, with each landing, or nearly each"', "“Yes: with each landing, or nearly each”")),
        at="decision_trees/sit-bone.yml:26:15",
        code="S201",
        says="This cannot be read: a curly quote does not hold a text together.",
        help="Put straight quotes (\" or ') around the whole text, at both ends.",
    ),
    Broken(
        "a list where a text belongs",
        swap(TREE, ("ask: How did this pain begin?", "ask:\n      - How did this pain begin?")),
        at="decision_trees/sit-bone.yml:10:7",
        code="S303",
        says="There should be a text here, not a list.",
        help="Write one text here, in quotes if it looks like a number or like true or false.",
    ),
    Broken(
        "a text where a list belongs",
        swap(TREE, ("places: [sit-bone]", "places: sit-bone")),
        at="decision_trees/sit-bone.yml:4:9",
        code="S303",
        says='There should be a list here, not the text "sit-bone".',
        help="Put it in brackets: [sit-bone].",
    ),
    Broken(
        "a text where choices belong",
        swap(TREE, ("    choices:\n      each", "    choices: none\n    other:\n      each")),
        at="decision_trees/sit-bone.yml:24:14",
        code="S303",
        says='There should be keys with values here, not the text "none".',
        help='Write lines of the form "key: value", indented below.',
        more=1,
    ),
    Broken(
        "choices as a list",
        swap(
            TREE,
            ('      each-landing:\n        text: "Yes', '      - text: "Yes'),
            ('      not-landing:\n        text: "No', '      - text: "No'),
            ("      unsure:\n        text: I cannot", "      - text: I cannot"),
        ),
        at="decision_trees/sit-bone.yml:25:7",
        code="S303",
        says="There should be keys with values here, not a list.",
        help='Write a name and a colon in the place of each "-", such as "a-lot:".',
    ),
    Broken(
        "a misspelt name of a field",
        swap(TREE, ("summary:", "sumary:")),
        at="decision_trees/sit-bone.yml:3:1",
        code="S301",
        says='"sumary" is not a key that is known here.',
        help='Did you mean "summary"?',
    ),
    Broken(
        "a field with a capital",
        swap(TREE, ("summary:", "Summary:")),
        at="decision_trees/sit-bone.yml:3:1",
        code="S301",
        says='"Summary" is not a key that is known here.',
        help='Did you mean "summary"?',
    ),
    Broken(
        "a misspelt question",
        swap(TREE, ("question: foot-landing", "question: foot-landng")),
        at="decision_trees/sit-bone.yml:17:19",
        code="S401",
        says='There is no question "foot-landng" in this tree.',
        help='Did you mean "foot-landing"?',
    ),
    Broken(
        "a misspelt start",
        swap(TREE, ("start: how-it-began", "start: how-it-begins")),
        at="decision_trees/sit-bone.yml:5:8",
        code="S401",
        says='There is no question "how-it-begins" in this tree.',
        help='Did you mean "how-it-began"?',
    ),
    Broken(
        "a misspelt result",
        swap(TREE, ("outcome: tendon-pain", "outcome: tendonpain")),
        at="decision_trees/sit-bone.yml:30:18",
        code="S402",
        says='There is no outcome "tendonpain".',
        help='Did you mean "tendon-pain"?',
    ),
    Broken(
        "a title where an id belongs",
        swap(TREE, ("outcome: tendon-pain", "outcome: Sit-bone tendon pain")),
        at="decision_trees/sit-bone.yml:30:18",
        code="S402",
        says='There is no outcome "Sit-bone tendon pain".',
        help='Write "tendon-pain".',
    ),
    Broken(
        "the same name twice",
        swap(TREE, ("      not-landing:", "      each-landing:")),
        at="decision_trees/sit-bone.yml:28:7",
        code="S202",
        says='"each-landing" is here a second time; only one of them can count.',
        help="Delete one of the two, or give it another name.",
    ),
    Broken(
        "a field is missing",
        swap(TREE, ("summary: Find out what a sore sit bone may be, and who to see.\n", "")),
        at="decision_trees/sit-bone.yml:2:1",
        code="S302",
        says='This tree has no "summary".',
        help='Add a line "summary: ..." with its value.',
    ),
    Broken(
        "a field is empty",
        swap(TREE, ("summary: Find out what a sore sit bone may be, and who to see.", "summary:")),
        at="decision_trees/sit-bone.yml:3:1",
        code="S302",
        says='This tree has "summary:" with nothing after it.',
        help='Write its value after the colon, such as "summary: ...".',
    ),
    Broken(
        "a choice without its text",
        swap(TREE, ("        text: Bit by bit, over days or weeks\n", "")),
        at="decision_trees/sit-bone.yml:15:7",
        code="S302",
        says='This choice has no "text".',
        help='Add a line "text: ..." with its value.',
    ),
    Broken(
        "a number for a text",
        swap(PLACE, ("title: Sit bone", "title: 2")),
        at="content/places/sit-bone.yml:1:8",
        code="S303",
        says="There should be a text here, not the number 2.",
        help="Write one text here, in quotes if it looks like a number or like true or false.",
    ),
    Broken(
        "true with a capital",
        swap(TREE, ("unsure: true", "unsure: yes")),
        at="decision_trees/sit-bone.yml:20:17",
        code="S303",
        says='There should be true or false here, not the text "yes".',
        help="Write true or false, without quotes.",
    ),
    Broken(
        "a date as it is spoken",
        swap(TREE, ("2026-11-22", "22/11/2026")),
        at="decision_trees/sit-bone.yml:6:11",
        code="S307",
        says='"22/11/2026" is not a date.',
        help="Write year-month-day, such as 2026-11-22.",
    ),
    Broken(
        "a day that does not exist",
        swap(TREE, ("2026-11-22", "2026-02-30")),
        at="decision_trees/sit-bone.yml:6:11",
        code="S307",
        says='"2026-02-30" is not a date: February 2026 has 28 days.',
        help="Write year-month-day, such as 2026-11-22.",
    ),
    Broken(
        "a choice that leads to two places",
        swap(TREE, ("question: foot-landing", "question: foot-landing\n        outcome: tendon-pain")),
        at="decision_trees/sit-bone.yml:15:7",
        code="S305",
        says='The choice "bit-by-bit" leads to 2 places at once: question and outcome.',
        help="Keep one of them.",
    ),
    Broken(
        "a choice that leads nowhere",
        swap(TREE, ("        question: foot-landing\n", "")),
        at="decision_trees/sit-bone.yml:15:7",
        code="S305",
        says='The choice "bit-by-bit" leads nowhere.',
        help='Add where it leads: "question: ...", "outcome: ..." or "tree: ...".',
        more=1,
    ),
    Broken(
        "a question with one choice",
        swap(
            TREE,
            (
                '      each-landing:\n        text: "Yes, with each landing, or nearly each"\n        outcome: possible-tear\n',
                "",
            ),
            ("      unsure:\n        text: I cannot tell\n        unsure: True\n        outcome: possible-tear", ""),
        ),
        at="decision_trees/sit-bone.yml:24:5",
        code="S306",
        says='The question "foot-landing" has 1 choice; it needs at least two.',
        help="Add a choice, or lead straight to where this one leads.",
    ),
    Broken(
        "a question without choices",
        swap(
            TREE,
            (
                '    choices:\n      each-landing:\n        text: "Yes, with each landing, or nearly each"\n        outcome: possible-tear\n      not-landing:\n        text: "No, landing does not hurt"\n        outcome: tendon-pain\n',
                "",
            ),
        ),
        at="content/outcomes/tendon-pain.yml:1:1",
        code="S701",
        says='No tree leads to the outcome "tendon-pain".',
        help='Let a choice lead to it ("outcome: tendon-pain"), or delete the file.',
        more=1,
    ),
    Broken(
        "questions that go in circles",
        swap(
            TREE, ('or nearly each"\n        outcome: possible-tear', 'or nearly each"\n        question: how-it-began')
        ),
        at="decision_trees/sit-bone.yml:27:19",
        code="S502",
        says="These questions lead round in a circle: how-it-began → foot-landing → how-it-began.",
        help="Let this choice, or another on the way, lead on to something else.",
    ),
    Broken(
        "a question that nobody comes to",
        swap(TREE, ("question: foot-landing", "outcome: tendon-pain")),
        at="decision_trees/sit-bone.yml:22:3",
        code="S501",
        says='No reader can come to the question "foot-landing": nothing leads to it.',
        help='Let a choice lead to it ("question: foot-landing"), or delete it.',
    ),
    Broken(
        "all answers lead to the same",
        swap(TREE, ("outcome: tendon-pain", "outcome: possible-tear")),
        at="content/outcomes/tendon-pain.yml:1:1",
        code="S701",
        says='No tree leads to the outcome "tendon-pain".',
        help='Let a choice lead to it ("outcome: tendon-pain"), or delete the file.',
        more=2,
    ),
    Broken(
        "two answers with the same words",
        swap(TREE, ("text: Bit by bit, over days or weeks", "text: In one moment, such as a slip or a sprint")),
        at="decision_trees/sit-bone.yml:16:15",
        code="S505",
        says='The choices "in-one-moment" and "bit-by-bit" have the same text.',
        help="Change one text so that a reader can tell them apart, or delete one choice.",
    ),
    Broken(
        "an unknown place",
        swap(TREE, ("places: [sit-bone]", "places: [sitbone]")),
        at="decision_trees/sit-bone.yml:4:10",
        code="S404",
        says='There is no place "sitbone".',
        help='Did you mean "sit-bone"?',
    ),
    Broken(
        "an unknown source in a text",
        swap(TREE, ("[@a-study]", "[@the-study]")),
        at="decision_trees/sit-bone.yml:10:10",
        code="S405",
        says='There is no source "the-study".',
        help="Add it to content/sources.yml, or name another. Known here: a-study.",
    ),
    Broken(
        "an unknown source in a list",
        swap(TENDON, ("[a-study]", "[goom-2016]")),
        at="content/outcomes/tendon-pain.yml:11:11",
        code="S405",
        says='There is no source "goom-2016".',
        help="Add it to content/sources.yml, or name another. Known here: a-study.",
    ),
    Broken(
        "an unknown level of care",
        swap(TENDON, ("care: self-care", "care: selfcare")),
        at="content/outcomes/tendon-pain.yml:2:7",
        code="S406",
        says='There is no care level "selfcare".',
        help='Did you mean "self-care"?',
    ),
    Broken(
        "an unknown guide",
        swap(FAQ, ("trees: [sit-bone]", "trees: [sit-bones]")),
        at="content/faq/hard-seats.yml:3:9",
        code="S403",
        says='There is no tree "sit-bones".',
        help='Did you mean "sit-bone"?',
    ),
    Broken(
        "a link to a page that is not there",
        swap(FAQ, ("page:about/index.md", "page:about/how.md")),
        at="content/faq/hard-seats.yml:2:9",
        code="S408",
        says='There is no page "about/how.md".',
        help='Did you mean "about/index.md"?',
    ),
    Broken(
        "a link of a kind that is not there",
        swap(FAQ, ("page:about/index.md", "pages:about/index.md")),
        at="content/faq/hard-seats.yml:2:9",
        code="S409",
        says='There is no kind of link "pages".',
        help='Did you mean "page"?',
    ),
    Broken(
        "a link to a guide that is not there",
        swap(ABOUT, ("tree:sit-bone", "tree:sitbone")),
        at="content/about/index.md:3:18",
        code="S403",
        says='There is no tree "sitbone".',
        help='Did you mean "sit-bone"?',
    ),
    Broken(
        "a result without sources",
        swap(TENDON, ("sources: [a-study]\n", "")),
        at="content/outcomes/tendon-pain.yml:1:1",
        code="S603",
        says="This outcome names no source.",
        help='Add "sources: [...]" with at least one id from content/sources.yml.',
    ),
    Broken(
        "a result that does not say when to get help",
        swap(TENDON, ("get_help_if:\n  - It is no better after 2 weeks\n", "")),
        at="content/outcomes/tendon-pain.yml:1:1",
        code="S604",
        says="This outcome does not say when to get help.",
        help='Add "get_help_if:" with a list, a time limit among it, such as "It is no better after 2 weeks".',
    ),
    Broken(
        "not being sure leads to less care",
        swap(
            TREE,
            (
                "        unsure: true\n        outcome: possible-tear",
                "        unsure: true\n        outcome: tendon-pain",
            ),
            ("question: foot-landing", "outcome: possible-tear"),
        ),
        at="decision_trees/sit-bone.yml:21:18",
        code="S602",
        says='Not being sure can end with "self-care", while "in-one-moment" always ends with at least "same-day".',
        help='Let this choice lead where "in-one-moment" leads, or to something as urgent.',
        more=1,
    ),
    Broken(
        "a red flag that ends in self-care",
        swap(FLAGS, ("care: emergency", "care: self-care")),
        at="decision_trees/red_flags.yml:3:9",
        code="S605",
        says='A yes to the red flag "numbness" would lead to self-care.',
        help="Give it a level of care that sends the reader to a professional.",
    ),
    Broken(
        "a guide that skips a red flag",
        {**swap(FLAGS, ("places: everywhere", "places: [sit-bone]")), **swap(TREE, ("places: [sit-bone]\n", ""))},
        at="decision_trees/sit-bone.yml:2:1",
        code="S302",
        says='This tree has no "places".',
        help='Add "places: [...]" with ids from content/places/. Known here: sit-bone.',
    ),
    Broken(
        "a question renamed without its old name",
        {TREE: text(TREE).replace("foot-landing", "each-step")},
        at="permalinks.txt:4:1",
        code="S901",
        says='The published address "guides/sit-bone/#foot-landing" would lead nowhere.',
        help='Add "aliases: [foot-landing]" under "each-step" in decision_trees/sit-bone.yml, if that question took its place.',
    ),
    Broken(
        "a result renamed without its old name",
        {**moved(TEAR, "content/outcomes/torn-tendon.yml"), TREE: text(TREE).replace("possible-tear", "torn-tendon")},
        at="permalinks.txt:5:1",
        code="S901",
        says='The published address "outcomes/possible-tear/" would lead nowhere.',
        help='Add "aliases: [possible-tear]" to the outcome in content/outcomes/ that took its place. If none did, add "moved: {outcomes/possible-tear/: ...}" to content/site.yml, with the page that its reader should see now.',
    ),
    Broken(
        "a result deleted that is still named",
        {TEAR: None},
        at="decision_trees/sit-bone.yml:14:18",
        code="S402",
        says='There is no outcome "possible-tear".',
        help="Write it as content/outcomes/possible-tear.yml, or name another. Known here: tendon-pain.",
        more=4,
    ),
    Broken(
        "a misspelt mark of an unsure answer",
        swap(TREE, ("unsure: true", "unsuer: true")),
        at="decision_trees/sit-bone.yml:20:9",
        code="S301",
        says='"unsuer" is not a key that is known here.',
        help='Did you mean "unsure"?',
    ),
    Broken(
        "an unsure answer that is not marked",
        swap(TREE, ("        unsure: true\n", "")),
        at="decision_trees/sit-bone.yml:18:7",
        code="S608",
        says='The answer "unsure" says that the reader is not sure, and is not marked so.',
        help='Add "unsure: true" to it, or use other words.',
    ),
    Broken(
        "a dash that belongs to nothing",
        swap(TREE, ("start: how", "- start: how")),
        at="decision_trees/sit-bone.yml:5:1",
        code="S201",
        says='This cannot be read: this line begins with "- ", but the lines around it are no list.',
        help='Take out the "- ".',
    ),
    Broken(
        "a dash before each field",
        swap(TENDON, ("care: self-care", "- care: self-care")),
        at="content/outcomes/tendon-pain.yml:2:1",
        code="S201",
        says='This cannot be read: this line begins with "- ", but the lines around it are no list.',
        help='Take out the "- ".',
    ),
    Broken(
        "a list item without its dash",
        swap(TENDON, ("  - Break up sitting.", "  Break up sitting.")),
        at="content/outcomes/tendon-pain.yml:7:3",
        code="S201",
        says="This cannot be read: this line has no colon with a space after it.",
        help='Write it as "name: text". If it belongs to a list, begin it with "- "; if to the text above, indent it.',
    ),
    Broken(
        "a dash without a space",
        swap(TENDON, ("  - Break up sitting.", "  -Break up sitting.")),
        at="content/outcomes/tendon-pain.yml:7:3",
        code="S201",
        says="This cannot be read: this line has no colon with a space after it.",
        help='Write it as "name: text". If it belongs to a list, begin it with "- "; if to the text above, indent it.',
    ),
    Broken(
        "a bracket that is never closed",
        swap(TREE, ("places: [sit-bone]", "places: [sit-bone")),
        at="decision_trees/sit-bone.yml:4:9",
        code="S201",
        says="This cannot be read: the list that opens here is never closed, or a comma is missing in it.",
        help='Close it with "]", and put a comma between any two of its texts.',
    ),
    Broken(
        "a brace that is never closed",
        swap(PLACE, ("reviewed:", "marker: {figure: back, x: 1\nreviewed:")),
        at="content/places/sit-bone.yml:3:9",
        code="S201",
        says="This cannot be read: the braces that open here are never closed, or a comma is missing in them.",
        help='Close them with "}", and put a comma before each new name.',
    ),
    Broken(
        "a text that begins with a star",
        swap(TREE, ("ask: Does it", "ask: *Does* it")),
        at="decision_trees/sit-bone.yml:23:10",
        code="S203",
        says='"*Does*" is a YAML alias, which is not used here.',
        help='Write the text out. If a text starts with "*", put it in quotes.',
    ),
    Broken(
        "a text that begins with an at sign",
        swap(TREE, ("ask: Does it", "ask: @ Does it")),
        at="decision_trees/sit-bone.yml:23:10",
        code="S201",
        says="This cannot be read: a text may not begin with this character.",
        help="Put the whole text in quotes.",
    ),
    Broken(
        "a text that begins with a percent sign",
        swap(TREE, ("ask: Does it", "ask: % Does it")),
        at="decision_trees/sit-bone.yml:23:10",
        code="S201",
        says="This cannot be read: a text may not begin with this character.",
        help="Put the whole text in quotes.",
    ),
    Broken(
        "a text that begins with a bracket",
        swap(TENDON, ("what: People", "what: [People] ")),
        at="content/outcomes/tendon-pain.yml:4:17",
        code="S201",
        says="This cannot be read: the text goes on after its closing bracket.",
        help='Put the whole text in quotes: one that begins with "[" or "{" needs them.',
    ),
    Broken(
        "a text with a hash in it",
        swap(TREE, ("ask: Does it", "ask: #1 Does it")),
        at="decision_trees/sit-bone.yml:23:10",
        code="S206",
        says='After a space, "#" begins a comment, so readers would see nothing.',
        help="Put the whole text in quotes; write a comment of your own on a line of its own.",
    ),
    Broken(
        "a backslash in double quotes",
        swap(TREE, ('"No, landing', '"No\\, landing')),
        at="decision_trees/sit-bone.yml:29:18",
        code="S201",
        says='This cannot be read: a "\\" has a special meaning in double quotes.',
        help="Use single quotes around the text.",
    ),
    Broken(
        "an emoji as an id",
        swap(TREE, ("      not-landing:", "      🦵:")),
        at="decision_trees/sit-bone.yml:28:7",
        code="S304",
        says='"🦵" cannot be an id: only a to z, 0 to 9 and hyphens may be used.',
        help="Give it a name such as where-it-hurts.",
    ),
    Broken(
        "an id with capitals",
        swap(TREE, ("      not-landing:", "      Not_Landing:")),
        at="decision_trees/sit-bone.yml:28:7",
        code="S304",
        says='"Not_Landing" cannot be an id: only a to z, 0 to 9 and hyphens may be used.',
        help='Write it as "not-landing".',
    ),
    Broken(
        "a file name with spaces",
        moved(FAQ, "content/faq/Hard seats.yml"),
        at="content/faq/Hard seats.yml:1:1",
        code="S304",
        says='"Hard seats" cannot be an id: only a to z, 0 to 9 and hyphens may be used.',
        help='Rename the file to "content/faq/hard-seats.yml".',
    ),
    Broken(
        "an empty file",
        {FAQ: ""},
        at="content/faq/hard-seats.yml:1:1",
        code="S101",
        says="This file is empty.",
        help="Write the entry, or delete the file.",
    ),
    Broken(
        "a file of comments",
        {FAQ: "# to do\n"},
        at="content/faq/hard-seats.yml:1:1",
        code="S101",
        says="This file is empty.",
        help="Write the entry, or delete the file.",
    ),
    Broken(
        "the wrong ending",
        moved(FAQ, "content/faq/hard-seats.yaml"),
        at="content/faq/hard-seats.yaml:1:1",
        code="S105",
        says='This file ends in ".yaml", so it is not read.',
        help='Rename it to "content/faq/hard-seats.yml".',
    ),
    Broken(
        "a doubled ending",
        moved(FAQ, "content/faq/hard-seats.yml.txt"),
        at="content/faq/hard-seats.yml.txt:1:1",
        code="S105",
        says='This file ends in ".yml.txt", so it is not read.',
        help='Rename it to "content/faq/hard-seats.yml".',
    ),
    Broken(
        "the wrong folder",
        moved(TENDON, "content/tendon-pain.yml"),
        at="content/tendon-pain.yml:1:1",
        code="S105",
        says="This looks like an outcome, and it is in no folder of a kind of entry, so it is not read.",
        help='Move it to "content/outcomes/tendon-pain.yml".',
    ),
    Broken(
        "a folder too deep",
        moved(TENDON, "content/outcomes/legs/tendon-pain.yml"),
        at="content/outcomes/legs/tendon-pain.yml:1:1",
        code="S105",
        says="This looks like an outcome, and it is in no folder of a kind of entry, so it is not read.",
        help='Move it to "content/outcomes/tendon-pain.yml".',
    ),
    Broken(
        "Windows-1252",
        {FAQ: text(FAQ).replace("A hard seat", "A hard – seat").encode("cp1252")},
        at="content/faq/hard-seats.yml:2:16",
        code="S102",
        says="This file is not saved as UTF-8: the character here (byte 0x96) cannot be read.",
        help='Save the file again with the encoding "UTF-8".',
    ),
    Broken(
        "UTF-16",
        {FAQ: text(FAQ).encode("utf-16")},
        at="content/faq/hard-seats.yml:1:1",
        code="S102",
        says='This file is saved as UTF-16, which Windows calls "Unicode"; only UTF-8 can be read.',
        help='Save it again: choose "Save as", and there the encoding "UTF-8".',
    ),
    Broken(
        "Windows line ends, broken",
        {TREE: swap(TREE, ("start: how", "start how"))[TREE].replace("\n", "\r\n")},
        at="decision_trees/sit-bone.yml:5:1",
        code="S201",
        says="This cannot be read: this line has no colon with a space after it.",
        help='Write it as "name: text". If it belongs to a list, begin it with "- "; if to the text above, indent it.',
    ),
    Broken(
        "a very long line",
        swap(TREE, ("ask: Does it", "ask: " + "Does it hurt, " * 600 + "and: does it")),
        at="decision_trees/sit-bone.yml:23:8413",
        code="S201",
        says="This cannot be read: there is a second colon in this line.",
        help="If the text itself holds a colon, put the whole text in quotes.",
    ),
    Broken(
        "a merge conflict",
        swap(
            TREE,
            (
                "start: how-it-began\n",
                "<<<<<<< HEAD\nstart: how-it-began\n=======\nstart: foot-landing\n>>>>>>> mine\n",
            ),
        ),
        at="decision_trees/sit-bone.yml:5:1",
        code="S208",
        says="This passage has two versions, one after the other.",
        help='Keep the lines that are right. Delete the others, and those with "<<<<<<<", "=======" or ">>>>>>>".',
    ),
    Broken(
        "two entries in one file",
        {FAQ: text(FAQ) + "---\n" + text(FAQ)},
        at="content/faq/hard-seats.yml:7:1",
        code="S201",
        says='This cannot be read: a second document starts here ("---").',
        help="Remove that line: a file holds one entry.",
    ),
    Broken(
        "an anchor",
        swap(TREE, ("summary: Find", "summary: &s Find")),
        at="decision_trees/sit-bone.yml:3:10",
        code="S203",
        says='"&s" is a YAML anchor, which is not used here.',
        help='Write the text out. If a text starts with "&", put it in quotes.',
    ),
    Broken(
        "a word document pasted (non-breaking space)",
        swap(TREE, ("    ask: Does", "\xa0   ask: Does")),
        at="decision_trees/sit-bone.yml:23:1",
        code="S201",
        says="This cannot be read: here is a no-break space (U+00A0).",
        help="Delete it, and type a space; such characters come along when a text is copied from elsewhere.",
    ),
    Broken(
        "a full-width colon",
        swap(TREE, ("start: how", "start： how")),
        at="decision_trees/sit-bone.yml:5:6",
        code="S201",
        says='This cannot be read: this colon only looks like ":".',
        help='Delete it, and type ":" and a space.',
    ),
    Broken(
        "a long dash for a hyphen",
        swap(TREE, ("question: foot-landing", "question: foot–landing")),
        at="decision_trees/sit-bone.yml:17:19",
        code="S401",
        says='There is no question "foot–landing" in this tree: after "foot" there is an en dash (U+2013).',
        help='Type "foot-landing" again, with nothing but a to z, 0 to 9 and "-".',
    ),
    Broken(
        "a long dash for a list",
        swap(TENDON, ("  - Break up", "  – Break up")),
        at="content/outcomes/tendon-pain.yml:7:3",
        code="S201",
        says="This cannot be read: this line has no colon with a space after it.",
        help='Write it as "name: text". If it belongs to a list, begin it with "- "; if to the text above, indent it.',
    ),
    Broken(
        "deleted all guides",
        {TREE: None, FAQ: swap(FAQ, ("trees: [sit-bone]\n", ""))[FAQ], ABOUT: "# x\n"},
        at="content/outcomes/possible-tear.yml:1:1",
        code="S701",
        says='No tree leads to the outcome "possible-tear".',
        help='Let a choice lead to it ("outcome: possible-tear"), or delete the file.',
        more=3,
    ),
    Broken(
        "permalink line deleted and typed",
        {"permalinks.txt": "guides sit bone\n"},
        at="permalinks.txt:1:1",
        code="S902",
        says='"guides sit bone" is not an address.',
        help="Write a page and its anchor, such as guides/example/#rest, or take the line out if a merge left it there.",
    ),
]

FINE = [
    ("an opening quote is missing", swap(TREE, ('"Yes, with each', "Yes, with each"))),
    (
        "typographic quotes only",
        swap(TREE, ('"Yes, with each landing, or nearly each"', "“Yes, with each landing, or nearly each”")),
    ),
    ("yes and no as names", swap(TREE, ("each-landing:", "yes:"), ("not-landing:", "no:"))),
    ("a byte order mark", {TREE: b"\xef\xbb\xbf" + text(TREE).replace("sumary", "x").encode()}),
    ("Windows line ends", {TREE: text(TREE).replace("\n", "\r\n")}),
]


@pytest.fixture
def site(tmp_path: Path) -> Callable[[Change], Path]:
    """Writes the small site with some files changed and returns its folder."""

    return lambda change: written(tmp_path, change)


def shown(finding: Finding) -> tuple[str, str, str, str]:
    return f"{finding.file}:{finding.line}:{finding.column}", finding.code, finding.message, finding.help


def test_the_small_site_has_no_fault(site, checked):
    assert not checked(site({})).findings


@pytest.mark.parametrize("broken", BROKEN, ids=lambda broken: broken.how)
def test_a_slip_is_told_where_it_was_made_with_what_to_do(broken: Broken, site, checked):
    first, *more = checked(site(broken.change)).findings
    assert shown(first) == (broken.at, broken.code, broken.says, broken.help)
    assert len(more) == broken.more


@pytest.mark.parametrize("broken", BROKEN, ids=lambda broken: broken.how)
def test_the_report_shows_the_line_with_a_caret_at_the_place(broken: Broken, site, checked):
    folder = site(broken.change)
    sources = {source.path: source for source in load(Project(folder)).files}
    place, says, *excerpt, help = text_report.render(checked(folder), sources, _no_style).split("\n\n")[0].splitlines()
    assert place.startswith(f"{broken.at}  error {broken.code} ")
    assert says == f"  {broken.says}"
    assert help == f"  → {broken.help}"
    path, line, column = broken.at.rsplit(":", 2)
    if path not in sources or not sources[path].text.strip():
        assert not excerpt  # There is no such line, or it cannot be shown.
        return
    row, caret = excerpt
    assert row.startswith(f"{line:>6} │ ")
    written = sources[path].text.split("\n")[int(line) - 1].rstrip("\r")
    pointed = row[caret.index("^") :].removesuffix("…")
    assert written[int(column) - 1 :].startswith(pointed) or not pointed.isprintable() or "�" in pointed
    assert max(map(len, excerpt)) <= 115


@pytest.mark.parametrize(("how", "change"), FINE, ids=[how for how, _ in FINE])
def test_what_only_looks_like_a_slip_is_none(how: str, change: Change, site, checked):
    assert not checked(site(change)).findings


def test_there_are_rows_for_many_different_rules():
    assert len(BROKEN) >= 80
    assert len({broken.code for broken in BROKEN}) >= 30


def test_among_the_ten_that_github_shows_are_errors_before_warnings(site, checked):
    unwritten = text(FAQ).replace("A hard seat", "TODO a hard seat")
    change = swap(TREE, ("question: foot-landing", "question: foot-landng"))
    report = checked(site(change | {f"content/faq/a-{number}.yml": unwritten for number in range(12)}))
    kinds = [finding.severity for finding in report.findings]
    assert kinds[:10] == ["warning"] * 10  # in the order of files
    assert "error" in kinds
    lines = github_report.render(report).splitlines()
    assert [line.split()[0] for line in lines] == [f"::{kind}" for kind in sorted(kinds)]


def _no_style(text: str, **_: object) -> str:
    return text
