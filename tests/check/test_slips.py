"""What an author without programming is told after each of many slips, to the letter: one slip is one message.

Each row breaks the small site (`small_site/`) in one way, and holds where the first message points, the rule, what it
says is wrong and what to do. The kinds of slips are those that pass in silence, or are told by what only follows from
them, wherever nobody has thought of them.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from broken_site import ABOUT, FAQ, PLACE, TEAR, TENDON, TREE, moved, swap, text, written

SOURCES = "content/sources.yml"
FIGURE = {"content/figures/front.svg": '<svg viewBox="0 0 100 200"></svg>\n'}
_WHAT = "People with this pattern are often told that the tendon is sore at [the sit bone](place:sit-bone)."
NAME_IT = (
    "Name its kind and its id, such as tree:knee (the kinds are tree, outcome, faq, place, plan, exercise, care, "
    "precaution, source and page), or begin with https:."
)
BIT_BY_BIT = """\
      bit-by-bit:
        text: Bit by bit, over days or weeks
        question: foot-landing
"""
Change = Mapping[str, str | bytes | None]


@dataclass(frozen=True, slots=True)
class Slip:
    """A slip and what is said of it.

    Attributes:
        how: the slip.
        change: the files that differ from the small site.
        at: file, line, column and rule of the first message.
        says: what is wrong.
        help: what to do.
        more: how many messages follow.
    """

    how: str
    change: Change
    at: str
    says: str
    help: str
    more: int = 0


def what(words: str) -> Change:
    """A result that says something else, on one line."""
    return what_below(f'"{words}"' if words[0] in "@[" else words)


def what_below(yaml: str) -> Change:
    """The same as it stands in the file."""
    return swap(TENDON, (_WHAT, yaml))


def at_end(path: str, more: str) -> Change:
    """A file with something more at its end."""
    return {path: text(path) + more}


def marker(where: str) -> dict[str, str]:
    """A place with a marker on a figure of 100 by 200."""
    return {**at_end(PLACE, f"marker: {{figure: front, {where}}}\n"), **FIGURE}


def case(answers: str) -> Change:
    """A case with its answers as they stand in the file."""
    head = "title: A slip\nstory: On ice.\nguide: sit-bone\n"
    said = f"{head}{answers}\nexpect: {{care: same-day}}\nreviewed: 2026-11-22\n"
    return {"decision_trees/cases/slip.yml": said}


def indented(path: str, first: str, by: int) -> Change:
    """A file whose lines, from a first one on, have more spaces before them, or fewer."""
    before, found, after = text(path).partition(first)
    lines = (found + after).splitlines(keepends=True)
    return {path: before + "".join(" " * by + line if by > 0 else line[-by:] for line in lines)}


SLIPS = [
    # Citations.
    Slip(
        "commas between sources",
        what("It hurts [@a-study, @b-study]."),
        "content/outcomes/tendon-pain.yml:4:7 S419",
        '"[@a-study, @b-study]" is not a citation, so readers would see it as typed.',
        'Write "[@a-study; @b-study]".',
    ),
    Slip(
        "a source without brackets",
        what("It hurts @a-study."),
        "content/outcomes/tendon-pain.yml:4:7 S419",
        '"@a-study" is not a citation, so readers would see it as typed.',
        'Write "[@a-study]".',
    ),
    Slip(
        "round brackets",
        what("It hurts (@a-study)."),
        "content/outcomes/tendon-pain.yml:4:7 S419",
        '"@a-study" is not a citation, so readers would see it as typed.',
        'Write "[@a-study]".',
    ),
    Slip(
        "no at sign",
        what("It hurts [a-study]."),
        "content/outcomes/tendon-pain.yml:4:7 S419",
        '"[a-study]" is not a citation, so readers would see it as typed.',
        'Write "[@a-study]".',
    ),
    Slip(
        "spaces in the brackets",
        what("It hurts [ @a-study ]."),
        "content/outcomes/tendon-pain.yml:4:7 S419",
        '"[ @a-study ]" is not a citation, so readers would see it as typed.',
        'Write "[@a-study]".',
    ),
    Slip(
        "a space after the at sign",
        what("It hurts [@ a-study]."),
        "content/outcomes/tendon-pain.yml:4:7 S419",
        '"[@ a-study]" is not a citation, so readers would see it as typed.',
        'Write "[@a-study]".',
    ),
    Slip(
        "the at sign once for two",
        what("It hurts [@a-study; a-study]."),
        "content/outcomes/tendon-pain.yml:4:7 S419",
        '"[@a-study; a-study]" is not a citation, so readers would see it as typed.',
        'Write "[@a-study]".',
    ),
    Slip(
        "the word and",
        what("It hurts [@a-study and @a-study]."),
        "content/outcomes/tendon-pain.yml:4:7 S419",
        '"[@a-study and @a-study]" is not a citation, so readers would see it as typed.',
        'Write "[@a-study]".',
    ),
    Slip(
        "a page after a comma",
        what("It hurts [@a-study, p. 3]."),
        "content/outcomes/tendon-pain.yml:4:7 S419",
        '"[@a-study, p. 3]" is not a citation, so readers would see it as typed.',
        'Write "[@a-study]".',
    ),
    Slip(
        "a wide at sign",
        what("It hurts [\uff20a-study]."),
        "content/outcomes/tendon-pain.yml:4:7 S419",
        '"[\uff20a-study]" is not a citation, so readers would see it as typed.',
        'Write "[@a-study]".',
    ),
    Slip(
        "a citation never closed",
        what("It hurts [@a-study."),
        "content/outcomes/tendon-pain.yml:4:7 S419",
        '"[@a-study." is not a citation, so readers would see it as typed.',
        'Write "[@a-study]".',
    ),
    Slip(
        "an en dash in a citation",
        what("It hurts [@a\u2013study]."),
        "content/outcomes/tendon-pain.yml:4:7 S419",
        '"[@a\u2013study]" is not a citation, so readers would see it as typed: there is an en dash (U+2013) in it.',
        'Write "[@a-study]".',
    ),
    Slip(
        "a no-break space in a citation",
        what("It hurts [@a\xa0study]."),
        "content/outcomes/tendon-pain.yml:4:7 S419",
        '"[@a\xa0study]" is not a citation, so readers would see it as typed: '
        "there is a no-break space (U+00A0) in it.",
        'Write "[@a-study]".',
    ),
    Slip(
        "commas between sources, on a page",
        at_end(ABOUT, "\nIt hurts [@a-study, @b-study].\n"),
        "content/about/index.md:5:10 S419",
        '"[@a-study, @b-study]" is not a citation, so readers would see it as typed.',
        'Write "[@a-study; @b-study]".',
    ),
    Slip(
        "a source of which the list has none",
        what("It hurts [@smith-2020]."),
        "content/outcomes/tendon-pain.yml:4:7 S405",
        'There is no source "smith-2020".',
        "Add it to content/sources.yml, or name another. Known here: a-study.",
    ),
    Slip(
        "a source whose id is like another",
        what("It hurts [@b-study]."),
        "content/outcomes/tendon-pain.yml:4:7 S405",
        'There is no source "b-study".',
        'Did you mean "a-study"? If not: add it to content/sources.yml, or name another.',
    ),
    Slip(
        "a source of which the list has none, under sources",
        swap(TENDON, ("sources: [a-study]", "sources: [smith-2020]")),
        "content/outcomes/tendon-pain.yml:11:11 S405",
        'There is no source "smith-2020".',
        "Add it to content/sources.yml, or name another. Known here: a-study.",
    ),
    # Links.
    Slip(
        "a folder, on a page",
        at_end(ABOUT, "\nSee [x](knee).\n"),
        "content/about/index.md:5:9 S412",
        '"knee" is not a file of the site.',
        "Name the Markdown file of the page, such as ../guides/example.md, or the thing, such as tree:example.",
    ),
    Slip(
        "a folder, in a text",
        what("See [x](knee)."),
        "content/outcomes/tendon-pain.yml:4:7 S414",
        '"knee" does not say what it leads to.',
        NAME_IT,
    ),
    Slip(
        "an address as browsers show it, on a page",
        at_end(ABOUT, "\nSee [x](../../guides/sit-bone/).\n"),
        "content/about/index.md:5:9 S412",
        '"../../guides/sit-bone/" is not a file of the site.',
        'Did you mean "tree:sit-bone"?',
    ),
    Slip(
        "an address as browsers show it, in a text",
        what("See [x](../../guides/sit-bone/)."),
        "content/outcomes/tendon-pain.yml:4:7 S414",
        '"../../guides/sit-bone/" does not say what it leads to.',
        'Write "tree:sit-bone".',
    ),
    Slip(
        "an address from the top of the host, on a page",
        at_end(ABOUT, "\nSee [x](/guides/sit-bone/).\n"),
        "content/about/index.md:5:9 S412",
        '"/guides/sit-bone/" begins at the root of the host, where the site need not be.',
        'Did you mean "tree:sit-bone"?',
    ),
    Slip(
        "an address from the top of the host, in a text",
        what("See [x](/guides/sit-bone/)."),
        "content/outcomes/tendon-pain.yml:4:7 S414",
        '"/guides/sit-bone/" does not say what it leads to.',
        'Write "tree:sit-bone".',
    ),
    Slip(
        "a host without https, on a page",
        at_end(ABOUT, "\nSee [x](www.nhs.uk).\n"),
        "content/about/index.md:5:9 S412",
        'There is no page or file "www.nhs.uk" here.',
        'Did you mean "https://www.nhs.uk"?',
    ),
    Slip(
        "a host without https, in a text",
        what("See [x](www.nhs.uk)."),
        "content/outcomes/tendon-pain.yml:4:7 S414",
        '"www.nhs.uk" does not say what it leads to.',
        'Write "https://www.nhs.uk".',
    ),
    Slip(
        "a heading that is not there, on a page",
        at_end(ABOUT, "\nSee [x](#foo).\n"),
        "content/about/index.md:5:9 S413",
        'There is no place "#foo" on this page.',
        "Name a heading, or link to the page as a whole.",
    ),
    Slip(
        "a heading that is not there, in a text",
        what("See [x](#foo)."),
        "content/outcomes/tendon-pain.yml:4:7 S414",
        '"#foo" does not say what it leads to.',
        NAME_IT,
    ),
    Slip(
        "a file of a guide, on a page",
        at_end(ABOUT, "\nSee [x](../../decision_trees/sit-bone.yml).\n"),
        "content/about/index.md:5:9 S412",
        'There is no page or file "../../decision_trees/sit-bone.yml" here.',
        "Name a file that is there, seen from the folder of this page.",
    ),
    Slip(
        "a file of a guide, in a text",
        what("See [x](../../decision_trees/sit-bone.yml)."),
        "content/outcomes/tendon-pain.yml:4:7 S414",
        '"../../decision_trees/sit-bone.yml" does not say what it leads to.',
        NAME_IT,
    ),
    Slip(
        "a space before the bracket",
        what("See [x] (tree:sit-bone)."),
        "content/outcomes/tendon-pain.yml:4:7 S420",
        '"[x] (tree:sit-bone)" is not a link, so readers would see it as typed.',
        'Write "[x](tree:sit-bone)".',
    ),
    Slip(
        "a space before the bracket, on a page",
        at_end(ABOUT, "\nSee [x] (tree:sit-bone).\n"),
        "content/about/index.md:5:5 S420",
        '"[x] (tree:sit-bone)" is not a link, so readers would see it as typed.',
        'Write "[x](tree:sit-bone)".',
    ),
    Slip(
        "the brackets the other way round",
        what("See (x)[tree:sit-bone]."),
        "content/outcomes/tendon-pain.yml:4:7 S420",
        '"(x)[tree:sit-bone]" is not a link, so readers would see it as typed.',
        'Write "[x](tree:sit-bone)".',
    ),
    Slip(
        "a link never closed",
        what("See [x](tree:sit-bone."),
        "content/outcomes/tendon-pain.yml:4:7 S420",
        '"[x](tree:sit-bone." is not a link, so readers would see it as typed.',
        'Write "[x](tree:sit-bone)".',
    ),
    Slip(
        "a link never closed, and words after it",
        what("See [x](tree:sit-bone and rest."),
        "content/outcomes/tendon-pain.yml:4:7 S420",
        '"[x](tree:sit-bone" is not a link, so readers would see it as typed.',
        'Write "[x](tree:sit-bone)".',
    ),
    # Not being sure.
    Slip(
        "I am not sure without its mark",
        swap(TREE, ("        text: I am not sure\n        unsure: true\n", "        text: I am not sure\n")),
        "decision_trees/sit-bone.yml:18:7 S608",
        'The answer "unsure" says that the reader is not sure, and is not marked so.',
        'Add "unsure: true" to it, or use other words.',
    ),
    Slip(
        "I am not sure with false",
        swap(
            TREE,
            (
                "        text: I am not sure\n        unsure: true\n",
                "        text: I am not sure\n        unsure: false\n",
            ),
        ),
        "decision_trees/sit-bone.yml:18:7 S608",
        'The answer "unsure" says that the reader is not sure, and is not marked so.',
        'Add "unsure: true" to it, or use other words.',
    ),
    Slip(
        "the choice left out",
        swap(
            TREE,
            ("      unsure:\n        text: I am not sure\n        unsure: true\n        outcome: possible-tear\n", ""),
        ),
        "decision_trees/sit-bone.yml:8:3 S806",
        'The question "how-it-began" has no answer for readers who are not sure.',
        'Add one with "unsure: true", such as "I am not sure".',
    ),
    # Files.
    Slip(
        "a guide: at the top of the project",
        {"heel.yml": text(TREE)},
        "heel.yml:1:1 S105",
        "This looks like a tree, and it is in no folder of a kind of entry, so it is not read.",
        'Move it to "decision_trees/heel.yml".',
    ),
    Slip(
        "a guide: a hyphen in the name of the folder",
        {"decision-trees/heel.yml": text(TREE)},
        "decision-trees/heel.yml:1:1 S105",
        "This looks like a tree, and it is in no folder of a kind of entry, so it is not read.",
        'Move it to "decision_trees/heel.yml".',
    ),
    Slip(
        "a guide: the folder of the site's pages",
        {"content/guides/heel.yml": text(TREE)},
        "content/guides/heel.yml:1:1 S105",
        "This looks like a tree, and it is in no folder of a kind of entry, so it is not read.",
        'Move it to "decision_trees/heel.yml".',
    ),
    Slip(
        "a guide: no folder of a kind",
        {"content/heel.yml": text(TREE)},
        "content/heel.yml:1:1 S105",
        "This looks like a tree, and it is in no folder of a kind of entry, so it is not read.",
        'Move it to "decision_trees/heel.yml".',
    ),
    Slip(
        "a guide: a folder too deep",
        {"decision_trees/legs/heel.yml": text(TREE)},
        "decision_trees/legs/heel.yml:1:1 S105",
        "This looks like a tree, and it is in no folder of a kind of entry, so it is not read.",
        'Move it to "decision_trees/heel.yml".',
    ),
    Slip(
        "no ending, for a guide",
        {"decision_trees/heel": text(TREE)},
        "decision_trees/heel:1:1 S105",
        "The name of this file has no ending, so it is not read.",
        'Rename it to "decision_trees/heel.yml".',
    ),
    Slip(
        "a guide among the results",
        {"content/outcomes/heel.yml": text(TREE)},
        "content/outcomes/heel.yml:1:1 S105",
        "This looks like a tree, and it is in the folder of outcomes.",
        'Move it to "decision_trees/heel.yml".',
    ),
    Slip(
        "no ending, for a result",
        {"content/outcomes/heel": text(TEAR)},
        "content/outcomes/heel:1:1 S105",
        "The name of this file has no ending, so it is not read.",
        'Rename it to "content/outcomes/heel.yml".',
    ),
    Slip(
        "plain text",
        {"content/outcomes/heel.txt": text(TEAR)},
        "content/outcomes/heel.txt:1:1 S105",
        'This file ends in ".txt", so it is not read.',
        'Rename it to "content/outcomes/heel.yml".',
    ),
    Slip(
        "a page among the results",
        {"content/outcomes/heel.md": text(TEAR)},
        "content/outcomes/heel.md:1:1 S105",
        "This is an ordinary page in the folder of outcomes, which hold no pages.",
        'If it is an outcome, write it as "content/outcomes/heel.yml", else move it to another folder.',
    ),
    Slip(
        "a file of a word processor",
        {"content/outcomes/heel.docx": text(TEAR)},
        "content/outcomes/heel.docx:1:1 S105",
        'This file ends in ".docx", so it is not read.',
        'Save it as plain text under a name that ends in ".yml", in content/outcomes/.',
    ),
    Slip(
        "a capital in the folder",
        {"content/Outcomes/heel.yml": text(TEAR)},
        "content/Outcomes/heel.yml:1:1 S105",
        "This looks like an outcome, and it is in no folder of a kind of entry, so it is not read.",
        'Move it to "content/outcomes/heel.yml".',
    ),
    Slip(
        "one letter short of the folder",
        {"content/outcome/heel.yml": text(TEAR)},
        "content/outcome/heel.yml:1:1 S105",
        "This looks like an outcome, and it is in no folder of a kind of entry, so it is not read.",
        'Move it to "content/outcomes/heel.yml".',
    ),
    Slip(
        "the folder without content/",
        {"outcomes/heel.yml": text(TEAR)},
        "outcomes/heel.yml:1:1 S105",
        "This looks like an outcome, and it is in no folder of a kind of entry, so it is not read.",
        'Move it to "content/outcomes/heel.yml".',
    ),
    Slip(
        "a result among the guides",
        {"decision_trees/heel.yml": text(TEAR)},
        "decision_trees/heel.yml:1:1 S105",
        "This looks like an outcome, and it is in the folder of trees.",
        'Move it to "content/outcomes/heel.yml".',
    ),
    Slip(
        "a question of readers among the results",
        {"content/outcomes/heel.yml": text(FAQ)},
        "content/outcomes/heel.yml:1:1 S105",
        "This looks like a reader question, and it is in the folder of outcomes.",
        'Move it to "content/faq/heel.yml".',
    ),
    Slip(
        "a guide moved among the results",
        moved(TREE, "content/outcomes/sit-bone.yml"),
        "content/outcomes/sit-bone.yml:1:1 S105",
        "This looks like a tree, and it is in the folder of outcomes.",
        'Move it to "decision_trees/sit-bone.yml".',
    ),
    Slip(
        "a result moved among the guides",
        moved(TENDON, "decision_trees/tendon-pain.yml"),
        "decision_trees/tendon-pain.yml:1:1 S105",
        "This looks like an outcome, and it is in the folder of trees.",
        'Move it to "content/outcomes/tendon-pain.yml".',
    ),
    Slip(
        "a guide moved to the top of the project",
        moved(TREE, "sit-bone.yml"),
        "sit-bone.yml:1:1 S105",
        "This looks like a tree, and it is in no folder of a kind of entry, so it is not read.",
        'Move it to "decision_trees/sit-bone.yml".',
    ),
    Slip(
        "a capital in the name of a file",
        moved(TENDON, "content/outcomes/Tendon-pain.yml"),
        "content/outcomes/Tendon-pain.yml:1:1 S304",
        '"Tendon-pain" cannot be an id: only a to z, 0 to 9 and hyphens may be used.',
        'Rename the file to "content/outcomes/tendon-pain.yml".',
    ),
    Slip(
        "a space in the name of a file",
        moved(TENDON, "content/outcomes/tendon pain.yml"),
        "content/outcomes/tendon pain.yml:1:1 S304",
        '"tendon pain" cannot be an id: only a to z, 0 to 9 and hyphens may be used.',
        'Rename the file to "content/outcomes/tendon-pain.yml".',
    ),
    Slip(
        "an underscore in the name of a file",
        moved(TENDON, "content/outcomes/tendon_pain.yml"),
        "content/outcomes/tendon_pain.yml:1:1 S304",
        '"tendon_pain" cannot be an id: only a to z, 0 to 9 and hyphens may be used.',
        'Rename the file to "content/outcomes/tendon-pain.yml".',
    ),
    Slip(
        "a zero-width space in the name of a file",
        moved(TENDON, "content/outcomes/tendon-\u200bpain.yml"),
        "content/outcomes/tendon-\u200bpain.yml:1:1 S304",
        '"tendon-\u200bpain" cannot be an id: after "tendon-" there is a zero-width space (U+200B).',
        'Rename the file to "content/outcomes/tendon-pain.yml".',
    ),
    Slip(
        "umlauts in the name of a file",
        {"content/outcomes/Fersenschmerz-Fu\u00df.yml": text(TEAR)},
        "content/outcomes/Fersenschmerz-Fu\xdf.yml:1:1 S304",
        '"Fersenschmerz-Fu\xdf" cannot be an id: only a to z, 0 to 9 and hyphens may be used.',
        'Rename the file to "content/outcomes/fersenschmerz-fuss.yml".',
    ),
    Slip(
        "a file in UTF-16",
        {TREE: text(TREE).encode("utf-16")},
        "decision_trees/sit-bone.yml:1:1 S102",
        'This file is saved as UTF-16, which Windows calls "Unicode"; only UTF-8 can be read.',
        'Save it again: choose "Save as", and there the encoding "UTF-8".',
    ),
    Slip(
        "a file in UTF-16 without its mark",
        {TREE: text(TREE).encode("utf-16-le")},
        "decision_trees/sit-bone.yml:1:2 S102",
        'This file is saved as UTF-16, which Windows calls "Unicode"; only UTF-8 can be read.',
        'Save it again: choose "Save as", and there the encoding "UTF-8".',
    ),
    # What a merge leaves.
    Slip(
        "in a block of text",
        what_below(">-\n  People\n  <<<<<<< HEAD\n  often\n  =======\n  rarely\n  >>>>>>> mine\n"),
        "content/outcomes/tendon-pain.yml:6:3 S208",
        "This passage has two versions, one after the other.",
        'Keep the lines that are right. Delete the others, and those with "<<<<<<<", "=======" or ">>>>>>>".',
    ),
    Slip(
        "in quotes",
        what_below('"People\n  <<<<<<< HEAD\n  often\n  =======\n  rarely\n  >>>>>>> mine\n  are told."'),
        "content/outcomes/tendon-pain.yml:5:3 S208",
        "This passage has two versions, one after the other.",
        'Keep the lines that are right. Delete the others, and those with "<<<<<<<", "=======" or ">>>>>>>".',
    ),
    Slip(
        "on a page",
        at_end(ABOUT, "\n<<<<<<< HEAD\noften\n=======\nrarely\n>>>>>>> mine\n"),
        "content/about/index.md:5:1 S208",
        "This passage has two versions, one after the other.",
        'Keep the lines that are right. Delete the others, and those with "<<<<<<<", "=======" or ">>>>>>>".',
    ),
    Slip(
        "above the front matter",
        {ABOUT: "<<<<<<< HEAD\n---\ntitle: a\n---\n=======\n---\ntitle: b\n---\n>>>>>>> mine\n" + text(ABOUT)},
        "content/about/index.md:1:1 S208",
        "This passage has two versions, one after the other.",
        'Keep the lines that are right. Delete the others, and those with "<<<<<<<", "=======" or ">>>>>>>".',
    ),
    Slip(
        "in the ledger",
        {"permalinks.txt": "<<<<<<< HEAD\n" + text("permalinks.txt") + "=======\n>>>>>>> mine\n"},
        "permalinks.txt:1:1 S208",
        "This passage has two versions, one after the other.",
        'Keep the lines that are right. Delete the others, and those with "<<<<<<<", "=======" or ">>>>>>>".',
    ),
    # Sources and markers.
    Slip(
        "a month before the year",
        at_end(SOURCES, "  issued: May 2013\n"),
        "content/sources.yml:5:11 S311",
        '"May 2013" is not a date that begins with the year.',
        "Write the year (2013), the month (2013-05) or the day (2013-05-31).",
    ),
    Slip(
        "a month that there is not",
        at_end(SOURCES, "  issued: 2013-13\n"),
        "content/sources.yml:5:11 S311",
        '"2013-13" is not a date that begins with the year.',
        "Write the year (2013), the month (2013-05) or the day (2013-05-31).",
    ),
    Slip(
        "an address without https",
        swap(SOURCES, ("https://example.org/1", "www.example.org")),
        "content/sources.yml:4:8 S409",
        '"www.example.org" is no address on the web.',
        "Write the whole address, such as https://example.org/1.",
    ),
    Slip(
        "a DOI as an address",
        at_end(SOURCES, "  DOI: https://doi.org/10.1000/1\n"),
        "content/sources.yml:5:8 S409",
        '"https://doi.org/10.1000/1" is no DOI.',
        'Write "10.1000/1".',
    ),
    Slip(
        "a capital in the id of a source",
        swap(SOURCES, ("a-study:", "A-Study:")),
        "content/sources.yml:1:1 S304",
        '"A-Study" cannot be an id: only a to z, 0 to 9 and hyphens may be used.',
        'Write it as "a-study".',
    ),
    Slip(
        "a marker outside its figure",
        marker("x: 1235, y: 20"),
        "content/places/sit-bone.yml:4:28 S424",
        'The marker is outside the figure "front", whose x goes from 0 to 100.',
        "Write a number from 0 to 100.",
    ),
    Slip(
        "a comma in a number",
        marker("x: 12,5, y: 20"),
        "content/places/sit-bone.yml:4:31 S301",
        "The comma in 12,5 ends the number.",
        "Write 12.5, with a point.",
    ),
    Slip(
        "a comma in a number, in lines",
        at_end(PLACE, "marker:\n  figure: front\n  x: 123,5\n  y: 20\n") | FIGURE,
        "content/places/sit-bone.yml:6:6 S303",
        'There should be a number here, not the text "123,5".',
        "Write 123.5, with a point.",
    ),
    # Quotes, colons and lines.
    Slip(
        "no space after a colon, before a quote",
        swap(TREE, ('text: "Yes, with', 'text:"Yes, with')),
        "decision_trees/sit-bone.yml:26:14 S201",
        "This cannot be read: there is no space after this colon.",
        "Type a space after it.",
    ),
    Slip(
        "no space after a colon",
        swap(TREE, ("text: Bit", "text:Bit")),
        "decision_trees/sit-bone.yml:16:14 S201",
        "This cannot be read: there is no space after this colon.",
        "Type a space after it.",
    ),
    Slip(
        "a hash in a text",
        swap(TREE, ("Bit by bit, over days", "Bit by bit # over days")),
        "decision_trees/sit-bone.yml:16:26 S206",
        'After a space, "#" begins a comment, so readers would see only "Bit by bit".',
        "Put the whole text in quotes; write a comment of your own on a line of its own.",
    ),
    Slip(
        "an apostrophe in single quotes",
        what_below("'It's often the tendon.'"),
        "content/outcomes/tendon-pain.yml:4:11 S201",
        "This cannot be read: the text goes on after its closing quote: an apostrophe (') closes single quotes.",
        "Put double quotes (\") around the whole text, or write each apostrophe in it twice ('').",
    ),
    Slip(
        "double quotes in double quotes",
        what_below('"Say "no" to it."'),
        "content/outcomes/tendon-pain.yml:4:13 S201",
        "This cannot be read: the text goes on after its closing quote.",
        "Put quotes around the whole text; use ' outside where there is \" inside.",
    ),
    Slip(
        "a block that is not indented",
        what_below(">-\nPeople are told."),
        "content/outcomes/tendon-pain.yml:5:1 S201",
        'This cannot be read: the text that ">-" begins is not indented here.',
        "Put spaces before each line of it, as many as before its first, and at least two.",
    ),
    Slip(
        "a block that is not indented and begins with stars",
        what_below(">-\n**People** are told."),
        "content/outcomes/tendon-pain.yml:5:1 S201",
        'This cannot be read: the text that ">-" begins is not indented here.',
        "Put spaces before each line of it, as many as before its first, and at least two.",
    ),
    Slip(
        "a block that is not indented and has a colon",
        what_below(">-\nPeople are told: rest."),
        "content/outcomes/tendon-pain.yml:5:1 S301",
        "This line does not belong to the text that begins above it, as it is not indented.",
        "Put at least two spaces before it, and before each line of that text.",
    ),
    Slip(
        "a block whose second line is not indented",
        what_below("|\n  People are told.\n**Then** they go."),
        "content/outcomes/tendon-pain.yml:6:1 S201",
        'This cannot be read: the text that "|" begins is not indented here.',
        "Put spaces before each line of it, as many as before its first, and at least two.",
    ),
    Slip(
        "several lines without a sign for it",
        what_below("People with this pattern\n  are told: rest it."),
        "content/outcomes/tendon-pain.yml:5:3 S201",
        "This cannot be read: this text goes on over several lines, and nothing says that it does.",
        'Write ">-" after the colon of its key, and the whole text below, indented. Or put the text in quotes.',
    ),
    Slip(
        "several lines that are not indented",
        what_below("People with this pattern\nare told to rest."),
        "content/outcomes/tendon-pain.yml:5:1 S201",
        "This cannot be read: this text goes on over several lines, and nothing says that it does.",
        'Write ">-" after the colon of its key, and the whole text below, indented. Or put the text in quotes.',
    ),
    # Characters that are not what they look like.
    Slip(
        "a no-break space after a colon",
        swap(TREE, ("start: how", "start:\u00a0how")),
        "decision_trees/sit-bone.yml:5:7 S201",
        "This cannot be read: here is a no-break space (U+00A0).",
        "Delete it, and type a space; such characters come along when a text is copied from elsewhere.",
    ),
    Slip(
        "a no-break space before a colon",
        swap(TREE, ("start: how", "start\u00a0: how")),
        "decision_trees/sit-bone.yml:5:1 S301",
        '"start" is not written with ordinary characters: after "start" there is a no-break space (U+00A0).',
        'Type "start" again.',
    ),
    Slip(
        "a no-break space after a colon, within",
        swap(TREE, ("text: Bit", "text:\u00a0Bit")),
        "decision_trees/sit-bone.yml:16:14 S201",
        "This cannot be read: here is a no-break space (U+00A0).",
        "Delete it, and type a space; such characters come along when a text is copied from elsewhere.",
    ),
    Slip(
        "a no-break space after a dash",
        swap(TENDON, ("  - It is no", "  -\u00a0It is no")),
        "content/outcomes/tendon-pain.yml:9:3 S303",
        'There should be a list here, not the text "-\xa0It is no better after 2 weeks".',
        'Type the "-" and the space after it anew: after "-" there is a no-break space (U+00A0).',
    ),
    Slip(
        "a zero-width space before an indent",
        swap(TREE, ("    ask: How", "\u200b    ask: How")),
        "decision_trees/sit-bone.yml:9:1 S201",
        "This cannot be read: here is a zero-width space (U+200B).",
        "Delete it, and type a space; such characters come along when a text is copied from elsewhere.",
    ),
    Slip(
        "a zero-width space after an indent",
        swap(TREE, ("    ask: How", "    \u200bask: How")),
        "decision_trees/sit-bone.yml:9:5 S301",
        '"ask" is not written with ordinary characters: at its beginning there is a zero-width space (U+200B).',
        'Type "ask" again.',
    ),
    Slip(
        "a zero-width space within a key",
        swap(TREE, ("summary:", "sum\u200bmary:")),
        "decision_trees/sit-bone.yml:3:1 S301",
        '"summary" is not written with ordinary characters: after "sum" there is a zero-width space (U+200B).',
        'Type "summary" again.',
    ),
    Slip(
        "a no-break space in the id of a result",
        swap(TREE, ("outcome: tendon-pain", "outcome: tendon\u00a0pain")),
        "decision_trees/sit-bone.yml:30:18 S402",
        'There is no outcome "tendon\xa0pain": after "tendon" there is a no-break space (U+00A0).',
        'Type "tendon-pain" again, with nothing but a to z, 0 to 9 and "-".',
    ),
    Slip(
        "a zero-width space in the id of a result",
        swap(TREE, ("outcome: tendon-pain", "outcome: tendon-\u200bpain")),
        "decision_trees/sit-bone.yml:30:18 S402",
        'There is no outcome "tendon-\u200bpain": after "tendon-" there is a zero-width space (U+200B).',
        'Type "tendon-pain" again, with nothing but a to z, 0 to 9 and "-".',
    ),
    Slip(
        "a soft hyphen in the id of a result",
        swap(TREE, ("outcome: tendon-pain", "outcome: tendon-\u00adpain")),
        "decision_trees/sit-bone.yml:30:18 S402",
        'There is no outcome "tendon-\xadpain": after "tendon-" there is a soft hyphen (U+00AD).',
        'Type "tendon-pain" again, with nothing but a to z, 0 to 9 and "-".',
    ),
    Slip(
        "an en dash in the id of a result",
        swap(TREE, ("outcome: tendon-pain", "outcome: tendon\u2013pain")),
        "decision_trees/sit-bone.yml:30:18 S402",
        'There is no outcome "tendon\u2013pain": after "tendon" there is an en dash (U+2013).',
        'Type "tendon-pain" again, with nothing but a to z, 0 to 9 and "-".',
    ),
    Slip(
        "a non-breaking hyphen in the id of a result",
        swap(TREE, ("outcome: tendon-pain", "outcome: tendon\u2011pain")),
        "decision_trees/sit-bone.yml:30:18 S402",
        'There is no outcome "tendon\u2011pain": after "tendon" there is a non-breaking hyphen (U+2011).',
        'Type "tendon-pain" again, with nothing but a to z, 0 to 9 and "-".',
    ),
    Slip(
        "a byte order mark in the id of a result",
        swap(TREE, ("outcome: tendon-pain", "outcome: tendon-\ufeffpain")),
        "decision_trees/sit-bone.yml:30:18 S402",
        'There is no outcome "tendon-\ufeffpain": after "tendon-" there is an invisible byte order mark (U+FEFF).',
        'Type "tendon-pain" again, with nothing but a to z, 0 to 9 and "-".',
    ),
    Slip(
        "a Cyrillic letter in the id of a result",
        swap(TREE, ("outcome: tendon-pain", "outcome: tend\u043en-pain")),
        "decision_trees/sit-bone.yml:30:18 S402",
        'There is no outcome "tend\u043en-pain": after "tend" there is a cyrillic small letter o (U+043E).',
        'Did you mean "tendon-pain"?',
    ),
    Slip(
        "an en dash in the id of a question, where it is asked",
        swap(TREE, ("\n  foot-landing:", "\n  foot\u2013landing:")),
        "decision_trees/sit-bone.yml:22:3 S304",
        '"foot\u2013landing" cannot be an id: after "foot" there is an en dash (U+2013).',
        'Write it as "foot-landing".',
    ),
    Slip(
        "a zero-width space in the start",
        swap(TREE, ("start: how-it", "start: how-\u200bit")),
        "decision_trees/sit-bone.yml:5:8 S401",
        'There is no question "how-\u200bit-began" in this tree: after "how-" there is a zero-width space (U+200B).',
        'Type "how-it-began" again, with nothing but a to z, 0 to 9 and "-".',
    ),
    Slip(
        "an en dash in a link",
        what("See [x](place:sit\u2013bone)."),
        "content/outcomes/tendon-pain.yml:4:7 S404",
        'There is no place "sit\u2013bone": after "sit" there is an en dash (U+2013).',
        'Type "sit-bone" again, with nothing but a to z, 0 to 9 and "-".',
    ),
    Slip(
        "a soft hyphen in a list of sources",
        swap(TENDON, ("sources: [a-study]", "sources: [a-\u00adstudy]")),
        "content/outcomes/tendon-pain.yml:11:11 S405",
        'There is no source "a-\xadstudy": after "a-" there is a soft hyphen (U+00AD).',
        'Type "a-study" again, with nothing but a to z, 0 to 9 and "-".',
    ),
    # Lines at the wrong depth.
    Slip(
        "a question's name too far in",
        swap(TREE, ("\n  foot-landing:", "\n    foot-landing:")),
        "decision_trees/sit-bone.yml:22:5 S207",
        'This question is indented too far: it is inside the question "how-it-began".',
        "Take spaces away before this line, and those that belong to it, until it begins where others like it do.",
    ),
    Slip(
        "a question too far in",
        indented(TREE, "  foot-landing:", 2),
        "decision_trees/sit-bone.yml:22:5 S207",
        'This question is indented too far: it is inside the question "how-it-began".',
        "Take spaces away before this line, and those that belong to it, until it begins where others like it do.",
    ),
    Slip(
        "a question not far enough in",
        indented(TREE, "  foot-landing:", -2),
        "decision_trees/sit-bone.yml:22:1 S207",
        'This question is not indented far enough to belong to "questions".',
        'Put spaces before this line, and those that belong to it, until it is inside "questions".',
    ),
    Slip(
        "where a choice leads, not far enough in",
        swap(TREE, ("sprint\n        outcome:", "sprint\n      outcome:")),
        "decision_trees/sit-bone.yml:14:7 S207",
        '"outcome" is not indented far enough to belong to the choice "in-one-moment".',
        'Put spaces before this line, and those that belong to it, until it is inside the choice "in-one-moment".',
    ),
    Slip(
        "where a choice leads, too far in",
        swap(TREE, ("sprint\n        outcome:", "sprint\n          outcome:")),
        "decision_trees/sit-bone.yml:14:11 S201",
        "This cannot be read: this line is indented more than the line above it allows.",
        "Give it as many spaces as the lines that it belongs with.",
    ),
    Slip(
        "a choice too far in",
        swap(TREE, (BIT_BY_BIT, BIT_BY_BIT.replace("\n", "\n  ").replace("      bit", "        bit"))),
        "decision_trees/sit-bone.yml:15:9 S207",
        'This choice is indented too far: it is inside the choice "in-one-moment".',
        "Take spaces away before this line, and those that belong to it, until it begins where others like it do.",
    ),
    Slip(
        "a choice's name not far enough in",
        swap(TREE, ("      bit-by-bit:", "    bit-by-bit:")),
        "decision_trees/sit-bone.yml:15:5 S201",
        "This cannot be read: this line is indented less than the lines above and below that it belongs with.",
        "Give it as many spaces as those.",
    ),
    Slip(
        "the choices of a question not far enough in",
        swap(TREE, ("lands?\n    choices:", "lands?\n  choices:")),
        "decision_trees/sit-bone.yml:24:3 S207",
        '"choices" is not indented far enough to belong to the question "foot-landing".',
        'Put spaces before this line, and those that belong to it, until it is inside the question "foot-landing".',
    ),
    Slip(
        "a field of the guide in a question",
        swap(TREE, ("reviewed: 2026-11-22\n", ""), ("    ask: How", "    reviewed: 2026-11-22\n    ask: How")),
        "decision_trees/sit-bone.yml:8:5 S207",
        '"reviewed" is indented too far: it is inside the question "how-it-began".',
        "Take spaces away before this line, and those that belong to it, until it begins where others like it do.",
    ),
    # Empty, and of another shape.
    Slip(
        "no questions",
        {TREE: text(TREE).split("  how-it-began:")[0]},
        "decision_trees/sit-bone.yml:7:1 S302",
        'This tree has "questions:" with nothing after it.',
        "Write each question below it, indented, under a name of its own.",
    ),
    Slip(
        "no choices",
        {TREE: text(TREE).split("      each-landing:")[0]},
        "decision_trees/sit-bone.yml:24:5 S302",
        'This question has "choices:" with nothing after it.',
        "Write at least two choices below it, indented, each with its text and where it leads.",
    ),
    Slip(
        "one place without brackets",
        swap(TREE, ("places: [sit-bone]", "places: sit-bone")),
        "decision_trees/sit-bone.yml:4:9 S303",
        'There should be a list here, not the text "sit-bone".',
        "Put it in brackets: [sit-bone].",
    ),
    Slip(
        "places without brackets",
        swap(TREE, ("places: [sit-bone]", "places: sit-bone, hip")),
        "decision_trees/sit-bone.yml:4:9 S303",
        'There should be a list here, not the text "sit-bone, hip".',
        "Put it in brackets: [sit-bone, hip].",
    ),
    Slip(
        "places without commas",
        swap(TREE, ("places: [sit-bone]", "places: [sit-bone hip]")),
        "decision_trees/sit-bone.yml:4:10 S404",
        'There is no place "sit-bone hip".',
        "Put a comma between any two of them: sit-bone, hip.",
    ),
    Slip(
        "everywhere",
        swap(TREE, ("places: [sit-bone]", "places: everywhere")),
        "decision_trees/sit-bone.yml:4:9 S303",
        'There should be a list here, not the text "everywhere".',
        'Write a list of places, each by its id, such as [knee]; "everywhere" can be said of red flags only.',
    ),
    Slip(
        "an empty list of places",
        swap(TREE, ("places: [sit-bone]", "places: []")),
        "decision_trees/sit-bone.yml:4:9 S302",
        'This tree has no "places".',
        'Add "places: [...]" with ids from content/places/. Known here: sit-bone.',
    ),
    Slip(
        "nothing after places",
        swap(TREE, ("places: [sit-bone]", "places:")),
        "decision_trees/sit-bone.yml:4:8 S303",
        "There should be a list here, not nothing.",
        'Write a list: one line each, starting with "- ", or [one, two].',
    ),
    Slip(
        "nothing after reviewed",
        swap(TREE, ("reviewed: 2026-11-22", "reviewed:")),
        "decision_trees/sit-bone.yml:6:1 S302",
        'This tree has "reviewed:" with nothing after it.',
        'Write its value after the colon, such as "reviewed: 2026-11-22".',
    ),
    Slip(
        "nothing after start",
        swap(TREE, ("start: how-it-began", "start:")),
        "decision_trees/sit-bone.yml:5:1 S302",
        'This tree has "start:" with nothing after it.',
        'Write its value after the colon, such as "start: how-it-began". Known here: how-it-began or foot-landing.',
    ),
    Slip(
        "a day that there is not",
        swap(TREE, ("reviewed: 2026-11-22", "reviewed: 2026-11-31")),
        "decision_trees/sit-bone.yml:6:11 S307",
        '"2026-11-31" is not a date: November 2026 has 30 days.',
        "Write year-month-day, such as 2026-11-22.",
    ),
    Slip(
        "a month of one digit",
        swap(TREE, ("reviewed: 2026-11-22", "reviewed: 2026-1-05")),
        "decision_trees/sit-bone.yml:6:11 S307",
        '"2026-1-05" is not a date: the month "1" does not have two digits, as in "01".',
        "Write year-month-day, such as 2026-11-22.",
    ),
    Slip(
        "a day of one digit",
        swap(TREE, ("reviewed: 2026-11-22", "reviewed: 2026-11-5")),
        "decision_trees/sit-bone.yml:6:11 S307",
        '"2026-11-5" is not a date: the day "5" does not have two digits, as in "05".',
        "Write year-month-day, such as 2026-11-22.",
    ),
    Slip(
        "the day before the month",
        swap(TREE, ("reviewed: 2026-11-22", "reviewed: 2026-22-11")),
        "decision_trees/sit-bone.yml:6:11 S307",
        '"2026-22-11" is not a date: there is no month 22 (the month is before the day).',
        "Write year-month-day, such as 2026-11-22.",
    ),
    Slip(
        "a year of two digits",
        swap(TREE, ("reviewed: 2026-11-22", "reviewed: 26-11-22")),
        "decision_trees/sit-bone.yml:6:11 S307",
        '"26-11-22" is not a date: the year "26" does not have four digits.',
        "Write year-month-day, such as 2026-11-22.",
    ),
    Slip(
        "a date with points",
        swap(TREE, ("reviewed: 2026-11-22", "reviewed: 22.11.2026")),
        "decision_trees/sit-bone.yml:6:11 S307",
        '"22.11.2026" is not a date.',
        "Write year-month-day, such as 2026-11-22.",
    ),
    # Other kinds and other words.
    Slip(
        "a result under question",
        swap(TREE, ("outcome: tendon-pain", "question: tendon-pain")),
        "decision_trees/sit-bone.yml:30:19 S401",
        'There is no question "tendon-pain" in this tree: it is an outcome.',
        'Write "outcome: tendon-pain".',
    ),
    Slip(
        "a result under tree",
        swap(TREE, ("outcome: tendon-pain", "tree: tendon-pain")),
        "decision_trees/sit-bone.yml:30:15 S403",
        'There is no tree "tendon-pain": it is an outcome.',
        'Write "outcome: tendon-pain".',
    ),
    Slip(
        "a question under outcome",
        swap(TREE, ("question: foot-landing", "outcome: foot-landing")),
        "decision_trees/sit-bone.yml:17:18 S402",
        'There is no outcome "foot-landing": it is a question.',
        'Write "question: foot-landing".',
    ),
    Slip(
        "a question under tree",
        swap(TREE, ("question: foot-landing", "tree: foot-landing")),
        "decision_trees/sit-bone.yml:17:15 S403",
        'There is no tree "foot-landing": it is a question.',
        'Write "question: foot-landing".',
    ),
    Slip(
        "a guide under outcome",
        {"decision_trees/heel.yml": text(TREE).replace("outcome: tendon-pain", "outcome: sit-bone")},
        "decision_trees/heel.yml:30:18 S402",
        'There is no outcome "sit-bone": it is a tree.',
        'Write "tree: sit-bone".',
    ),
    Slip(
        "a source among the places",
        swap(TENDON, ("places: [sit-bone]", "places: [a-study]")),
        "content/outcomes/tendon-pain.yml:10:10 S404",
        'There is no place "a-study": it is a source.',
        "Name one of the right kind, or move it to the field that is for these.",
    ),
    Slip(
        "a question of readers linked as a result",
        what("See [x](outcome:hard-seats)."),
        "content/outcomes/tendon-pain.yml:4:7 S402",
        'There is no outcome "hard-seats": it is a reader question.',
        'Write "faq:hard-seats".',
    ),
    Slip(
        "a result cited as a source",
        what("See [@tendon-pain]."),
        "content/outcomes/tendon-pain.yml:4:7 S405",
        'There is no source "tendon-pain": it is an outcome.',
        'Write "[words](outcome:tendon-pain)".',
    ),
    Slip(
        "options for choices",
        swap(TREE, ("lands?\n    choices:", "lands?\n    options:")),
        "decision_trees/sit-bone.yml:24:5 S301",
        '"options" is not a key that is known here.',
        'Did you mean "choices"?',
    ),
    Slip(
        "answers for choices",
        swap(TREE, ("lands?\n    choices:", "lands?\n    answers:")),
        "decision_trees/sit-bone.yml:24:5 S301",
        '"answers" is not a key that is known here.',
        'Did you mean "choices"?',
    ),
    Slip(
        "answer for text",
        swap(TREE, ("text: Bit", "answer: Bit")),
        "decision_trees/sit-bone.yml:16:9 S301",
        '"answer" is not a key that is known here.',
        'Did you mean "text"?',
    ),
    Slip(
        "question for ask",
        swap(TREE, ("ask: Does", "question: Does")),
        "decision_trees/sit-bone.yml:23:5 S301",
        '"question" is not a key that is known here.',
        'Did you mean "ask"?',
    ),
    Slip(
        "goto for question",
        swap(TREE, ("question: foot-landing", "goto: foot-landing")),
        "decision_trees/sit-bone.yml:17:9 S301",
        '"goto" is not a key that is known here.',
        'Did you mean "question"?',
    ),
    Slip(
        "goto for outcome",
        swap(TREE, ("outcome: tendon-pain", "goto: tendon-pain")),
        "decision_trees/sit-bone.yml:30:9 S301",
        '"goto" is not a key that is known here.',
        'Did you mean "outcome"?',
    ),
    Slip(
        "result for outcome",
        swap(TREE, ("outcome: tendon-pain", "result: tendon-pain")),
        "decision_trees/sit-bone.yml:30:9 S301",
        '"result" is not a key that is known here.',
        'Did you mean "outcome"?',
    ),
    Slip(
        "name for title",
        swap(TENDON, ("title: Sit-bone", "name: Sit-bone")),
        "content/outcomes/tendon-pain.yml:1:1 S301",
        '"name" is not a key that is known here.',
        'Did you mean "title"?',
    ),
    Slip(
        "level for care",
        swap(TENDON, ("care: self-care", "level: self-care")),
        "content/outcomes/tendon-pain.yml:2:1 S301",
        '"level" is not a key that is known here.',
        'Did you mean "care"?',
    ),
    # What is missing, and circles.
    Slip(
        "no day of review",
        swap(TENDON, ("reviewed: 2026-11-22\n", "")),
        "content/outcomes/tendon-pain.yml:1:1 S302",
        'This outcome has no "reviewed".',
        'Add a line "reviewed: 2026-11-22" with its value.',
    ),
    Slip(
        "no level of care",
        swap(TENDON, ("care: self-care\n", "")),
        "content/outcomes/tendon-pain.yml:1:1 S302",
        'This outcome has no "care".',
        'Add a line "care: ..." with its value. Known here: emergency, same-day or self-care.',
    ),
    Slip(
        "a level of care that there is not",
        swap(TENDON, ("care: self-care", "care: whenever")),
        "content/outcomes/tendon-pain.yml:2:7 S406",
        'There is no care level "whenever".',
        "Define it in decision_trees/care_levels.yml, or name another. Known here: emergency, same-day and self-care.",
    ),
    Slip(
        "no first question",
        swap(TREE, ("start: how-it-began\n", "")),
        "decision_trees/sit-bone.yml:2:1 S302",
        'This tree has no "start".',
        'Add a line "start: ..." with its value. Known here: how-it-began or foot-landing.',
    ),
    Slip(
        "a circle",
        swap(TREE, ("outcome: tendon-pain", "question: how-it-began")),
        "decision_trees/sit-bone.yml:30:19 S502",
        "These questions lead round in a circle: how-it-began → foot-landing → how-it-began.",
        "Let this choice, or another on the way, lead on to something else.",
    ),
    # More than an id, and other words for it.
    Slip(
        "the title of a level for its id",
        swap(TEAR, ("care: same-day", "care: Get medical help today")),
        "content/outcomes/possible-tear.yml:2:7 S406",
        'There is no care level "Get medical help today".',
        'Write "same-day".',
    ),
    Slip(
        "what a level says for its id",
        swap(TEAR, ("care: same-day", "care: be seen today")),
        "content/outcomes/possible-tear.yml:2:7 S406",
        'There is no care level "be seen today".',
        'Write "same-day".',
    ),
    Slip(
        "an id among other words",
        swap(TEAR, ("care: same-day", "care: needs emergency help")),
        "content/outcomes/possible-tear.yml:2:7 S406",
        'There is no care level "needs emergency help".',
        'Did you mean "emergency"?',
    ),
    Slip(
        "the title of a result for its id",
        swap(TREE, ("outcome: tendon-pain", "outcome: Sit-bone tendon pain")),
        "decision_trees/sit-bone.yml:30:18 S402",
        'There is no outcome "Sit-bone tendon pain".',
        'Write "tendon-pain".',
    ),
    Slip(
        "the words of a question for its id",
        swap(TREE, ("question: foot-landing", "question: Does it hurt each time your foot lands?")),
        "decision_trees/sit-bone.yml:17:19 S401",
        'There is no question "Does it hurt each time your foot lands?" in this tree.',
        'Write "foot-landing".',
    ),
    Slip(
        "the words of the first question for its id",
        swap(TREE, ("start: how-it-began", "start: How did this pain begin?")),
        "decision_trees/sit-bone.yml:5:8 S401",
        'There is no question "How did this pain begin?" in this tree.',
        'Write "how-it-began".',
    ),
    Slip(
        "the title of a place for its id",
        swap(TENDON, ("places: [sit-bone]", "places: [Sit bone]")),
        "content/outcomes/tendon-pain.yml:10:10 S404",
        'There is no place "Sit bone".',
        'Write "sit-bone".',
    ),
    Slip(
        "the kind before an id",
        swap(TREE, ("outcome: tendon-pain", "outcome: outcome:tendon-pain")),
        "decision_trees/sit-bone.yml:30:18 S402",
        'There is no outcome "outcome:tendon-pain".',
        'Write "tendon-pain".',
    ),
    Slip(
        "the kind before the id of a question",
        swap(TREE, ("question: foot-landing", "question: question:foot-landing")),
        "decision_trees/sit-bone.yml:17:19 S401",
        'There is no question "question:foot-landing" in this tree.',
        'Write "foot-landing".',
    ),
    Slip(
        "the name of a file for an id",
        swap(TREE, ("outcome: tendon-pain", "outcome: tendon-pain.yml")),
        "decision_trees/sit-bone.yml:30:18 S402",
        'There is no outcome "tendon-pain.yml".',
        'Write "tendon-pain".',
    ),
    Slip(
        "a path for an id",
        swap(TREE, ("outcome: tendon-pain", "outcome: content/outcomes/tendon-pain")),
        "decision_trees/sit-bone.yml:30:18 S402",
        'There is no outcome "content/outcomes/tendon-pain".',
        'Write "tendon-pain".',
    ),
    Slip(
        "a path for an id, misspelt",
        swap(TREE, ("outcome: tendon-pain", "outcome: content/outcomes/tendon-pian.yml")),
        "decision_trees/sit-bone.yml:30:18 S402",
        'There is no outcome "content/outcomes/tendon-pian.yml".',
        'Did you mean "tendon-pain"?',
    ),
    Slip(
        "an address for an id",
        swap(TREE, ("outcome: tendon-pain", "outcome: https://example.org/outcomes/tendon-pain/")),
        "decision_trees/sit-bone.yml:30:18 S402",
        'There is no outcome "https://example.org/outcomes/tendon-pain/".',
        'Write "tendon-pain".',
    ),
    Slip(
        "an address without a host for an id",
        swap(TREE, ("outcome: tendon-pain", "outcome: /outcomes/tendon-pain/")),
        "decision_trees/sit-bone.yml:30:18 S402",
        'There is no outcome "/outcomes/tendon-pain/".',
        'Write "tendon-pain".',
    ),
    Slip(
        "an id with capitals",
        swap(TREE, ("outcome: tendon-pain", "outcome: Tendon-Pain")),
        "decision_trees/sit-bone.yml:30:18 S402",
        'There is no outcome "Tendon-Pain".',
        'Did you mean "tendon-pain"?',
    ),
    Slip(
        "an id with a space for its hyphen",
        swap(TREE, ("outcome: tendon-pain", "outcome: tendon pain")),
        "decision_trees/sit-bone.yml:30:18 S402",
        'There is no outcome "tendon pain".',
        'Did you mean "tendon-pain"?',
    ),
    Slip(
        "a path for an id, in a link",
        swap(FAQ, ("page:about/index.md", "tree:decision_trees/sit-bone.yml")),
        "content/faq/hard-seats.yml:2:9 S403",
        'There is no tree "decision_trees/sit-bone.yml".',
        'Write "sit-bone".',
    ),
    Slip(
        "a place on a guide, in a link",
        swap(FAQ, ("page:about/index.md", "tree:sit-bone#how-it-began")),
        "content/faq/hard-seats.yml:2:9 S403",
        'There is no tree "sit-bone#how-it-began".',
        'Write "tree:sit-bone": such a link leads to a page, not to a place on it.',
    ),
    Slip(
        "a place on a page, in a link",
        swap(FAQ, ("page:about/index.md", "page:about/index.md#who")),
        "content/faq/hard-seats.yml:2:9 S408",
        'There is no page "about/index.md#who".',
        'Write "page:about/index.md": such a link leads to a page, not to a place on it.',
    ),
    Slip(
        "a citation for the id of a source, in quotes",
        swap(TENDON, ("sources: [a-study]", 'sources: ["[@a-study]"]')),
        "content/outcomes/tendon-pain.yml:11:11 S405",
        'There is no source "[@a-study]".',
        'Write "a-study".',
    ),
    Slip(
        "two places with a space between them",
        swap(TENDON, ("places: [sit-bone]", "places: [sit-bone knee]")),
        "content/outcomes/tendon-pain.yml:10:10 S404",
        'There is no place "sit-bone knee".',
        "Put a comma between any two of them: sit-bone, knee.",
    ),
    Slip(
        "the ending of a figure with its id",
        {**at_end(PLACE, "marker: {figure: front.svg, x: 1, y: 2}\n"), **FIGURE},
        "content/places/sit-bone.yml:4:18 S410",
        'There is no figure "front.svg".',
        'Write "front".',
    ),
    # Signs that do not belong there.
    Slip(
        "an equals sign for a colon",
        swap(TREE, ("outcome: tendon-pain", "outcome = tendon-pain")),
        "decision_trees/sit-bone.yml:30:17 S201",
        'This cannot be read: "=" is here in the place of a colon.',
        'Write ":" and a space.',
    ),
    Slip(
        "an equals sign for a colon, between two texts",
        swap(TENDON, ("title: Sit", "title = Sit")),
        "content/outcomes/tendon-pain.yml:1:7 S201",
        'This cannot be read: "=" is here in the place of a colon.',
        'Write ":" and a space.',
    ),
    Slip(
        "an equals sign for a colon, in the last line",
        swap(TENDON, ("reviewed: 2026", "reviewed = 2026")),
        "content/outcomes/tendon-pain.yml:12:10 S201",
        'This cannot be read: "=" is here in the place of a colon.',
        'Write ":" and a space.',
    ),
    Slip(
        "an arrow for a colon",
        swap(TREE, ("outcome: tendon-pain", "outcome -> tendon-pain")),
        "decision_trees/sit-bone.yml:30:17 S201",
        'This cannot be read: "->" is here in the place of a colon.',
        'Write ":" and a space.',
    ),
    Slip(
        "a drawn arrow for a colon",
        swap(TREE, ("start: how", "start → how")),
        "decision_trees/sit-bone.yml:5:7 S201",
        'This cannot be read: "→" is here in the place of a colon.',
        'Write ":" and a space.',
    ),
    Slip(
        "a semicolon for a colon",
        swap(TREE, ("outcome: tendon-pain", "outcome; tendon-pain")),
        "decision_trees/sit-bone.yml:30:16 S201",
        'This cannot be read: ";" is here in the place of a colon.',
        'Write ":" and a space.',
    ),
    Slip(
        "a fence of code around a file",
        {TENDON: "```yaml\n" + text(TENDON) + "```\n"},
        "content/outcomes/tendon-pain.yml:1:1 S201",
        "This cannot be read: this line marks code in a text, and is no part of the file.",
        "Delete it, and the other one like it, if there is one.",
    ),
    Slip(
        "a suggestion around some lines",
        swap(TENDON, ("care: self-care\n", "```suggestion\ncare: self-care\n```\n")),
        "content/outcomes/tendon-pain.yml:2:1 S201",
        "This cannot be read: this line marks code in a text, and is no part of the file.",
        "Delete it, and the other one like it, if there is one.",
    ),
    Slip(
        "a fence of code at the end",
        at_end(TENDON, "```\n"),
        "content/outcomes/tendon-pain.yml:13:1 S201",
        "This cannot be read: this line marks code in a text, and is no part of the file.",
        "Delete it, and the other one like it, if there is one.",
    ),
    Slip(
        "a fence of tildes around a file",
        {TENDON: "~~~\n" + text(TENDON) + "~~~\n"},
        "content/outcomes/tendon-pain.yml:1:1 S201",
        "This cannot be read: this line marks code in a text, and is no part of the file.",
        "Delete it, and the other one like it, if there is one.",
    ),
    Slip(
        "an id in backticks",
        swap(TREE, ("outcome: tendon-pain", "outcome: `tendon-pain`")),
        "decision_trees/sit-bone.yml:30:18 S201",
        "This cannot be read: a text may not begin with this character.",
        'If it is an id, write "tendon-pain". If it is a text, put all of it in quotes.',
    ),
    Slip(
        "a citation for the id of a source",
        swap(TENDON, ("sources: [a-study]", "sources: [@a-study]")),
        "content/outcomes/tendon-pain.yml:11:11 S201",
        "This cannot be read: a text may not begin with this character.",
        'If it is an id, write "a-study". If it is a text, put all of it in quotes.',
    ),
    Slip(
        "an id in a list with an at sign",
        swap(TENDON, ("sources: [a-study]", "sources:\n  - @a-study")),
        "content/outcomes/tendon-pain.yml:12:5 S201",
        "This cannot be read: a text may not begin with this character.",
        'If it is an id, write "a-study". If it is a text, put all of it in quotes.',
    ),
    Slip(
        "a text that begins with code",
        swap(TENDON, ("title: Sit-bone", "title: `Sit` bone")),
        "content/outcomes/tendon-pain.yml:1:8 S201",
        "This cannot be read: a text may not begin with this character.",
        "Put the whole text in quotes.",
    ),
    Slip(
        "the last mark of a merge",
        swap(TENDON, ("care:", ">>>>>>> main\ncare:")),
        "content/outcomes/tendon-pain.yml:2:1 S208",
        "This line is left over from a merge.",
        "Delete it.",
    ),
    Slip(
        "the first mark of a merge",
        swap(TENDON, ("care:", "<<<<<<< HEAD\ncare:")),
        "content/outcomes/tendon-pain.yml:2:1 S208",
        "This line is left over from a merge.",
        "Delete it.",
    ),
    Slip(
        "the middle of a merge",
        swap(TENDON, ("care:", "=======\ncare:")),
        "content/outcomes/tendon-pain.yml:2:1 S208",
        "This line is left over from a merge.",
        "Delete it.",
    ),
    Slip(
        "the base of a merge",
        swap(TENDON, ("care:", "||||||| base\ncare:")),
        "content/outcomes/tendon-pain.yml:2:1 S208",
        "This line is left over from a merge.",
        "Delete it.",
    ),
    Slip(
        "the last mark of a merge in a text",
        swap(TENDON, ("what: People", "what: >-\n  >>>>>>> main\n  People")),
        "content/outcomes/tendon-pain.yml:5:3 S208",
        "This line is left over from a merge.",
        "Delete it.",
    ),
    Slip(
        "three dots in the middle",
        swap(TREE, ("questions:\n", "...\nquestions:\n")),
        "decision_trees/sit-bone.yml:7:1 S201",
        'This cannot be read: "..." ends the file here.',
        "Delete this line.",
    ),
    Slip(
        "a text that begins with a question mark",
        swap(TREE, ("ask: How", "ask: ? How")),
        "decision_trees/sit-bone.yml:9:10 S201",
        'This cannot be read: a text may not begin with "? ".',
        "Put the whole text in quotes.",
    ),
    Slip(
        "spaces and a tab alone",
        {FAQ: "  \t\n"},
        "content/faq/hard-seats.yml:1:1 S101",
        "This file is empty.",
        "Write the entry, or delete the file.",
    ),
    # Words of a few, lists and files.
    Slip(
        "a capital in the subject",
        {"content/site.yml": "subject: Health\n"},
        "content/site.yml:1:10 S303",
        'There should be health here, not the text "Health".',
        "Write health, or leave it out.",
    ),
    Slip(
        "a capital in a word of a few",
        swap("decision_trees/care_levels.yml", ("card: urgent", "card: Urgent")),
        "decision_trees/care_levels.yml:7:9 S303",
        'There should be emergency, urgent, non-urgent or self-care here, not the text "Urgent".',
        "Write urgent.",
    ),
    Slip(
        "a misspelt word of a few",
        swap("decision_trees/care_levels.yml", ("card: urgent", "card: urgnt")),
        "decision_trees/care_levels.yml:7:9 S303",
        'There should be emergency, urgent, non-urgent or self-care here, not the text "urgnt".',
        "Write urgent.",
    ),
    Slip(
        "answers of a case in one line",
        case("answers: no, in-one-moment"),
        "decision_trees/cases/slip.yml:4:10 S303",
        'There should be a list here, not the text "no, in-one-moment".',
        'Write one line for each question, with its id and that of the answer: "- {rest: a-little}".',
    ),
    Slip(
        "answers of a case without dashes",
        case("answers:\n  how-it-began: in-one-moment"),
        "decision_trees/cases/slip.yml:5:3 S303",
        "There should be a list here, not keys with values.",
        'Write one line for each question, with its id and that of the answer: "- {rest: a-little}".',
    ),
    Slip(
        "a key that differs in case",
        swap(SOURCES, ("  URL:", "  doi: 10.1000/1\n  URL:")),
        "content/sources.yml:4:3 S301",
        '"doi" is not a key that is known here.',
        'Did you mean "DOI"?',
    ),
    Slip(
        "capitals in the ending of a figure",
        {
            **at_end(PLACE, "marker: {figure: front, x: 1, y: 2}\n"),
            "content/figures/front.SVG": FIGURE["content/figures/front.svg"],
        },
        "content/figures/front.SVG:1:1 S105",
        'This file ends in ".SVG", so it is not read.',
        'Rename it to "content/figures/front.svg".',
    ),
    Slip(
        "an ending that an editor has added to a figure",
        {
            **at_end(PLACE, "marker: {figure: front, x: 1, y: 2}\n"),
            "content/figures/front.svg.txt": FIGURE["content/figures/front.svg"],
        },
        "content/figures/front.svg.txt:1:1 S105",
        'This file ends in ".svg.txt", so it is not read.',
        'Rename it to "content/figures/front.svg".',
    ),
    Slip(
        "a picture under the name of a place",
        {"content/places/knee.yml": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"},
        "content/places/knee.yml:1:1 S102",
        ("This is no text file: it begins as a picture, a document of an office program or an archive does."),
        "Write the text in an editor, and save it as plain text in UTF-8.",
    ),
    Slip(
        "a document under the name of a place",
        {"content/places/knee.yml": b"PK\x03\x04\x14\0\x06\0\x08\0"},
        "content/places/knee.yml:1:1 S102",
        ("This is no text file: it begins as a picture, a document of an office program or an archive does."),
        "Write the text in an editor, and save it as plain text in UTF-8.",
    ),
    Slip(
        "an archive under the name of a place",
        {"content/places/knee.yml": b"\x1f\x8b\x08\0\0\0\0\0"},
        "content/places/knee.yml:1:1 S102",
        ("This is no text file: it begins as a picture, a document of an office program or an archive does."),
        "Write the text in an editor, and save it as plain text in UTF-8.",
    ),
    # What stands behind the address of a link.
    Slip(
        "curly quotes around the title of a link",
        at_end(ABOUT, "\nSee [x](tree:sit-bone “Calf”).\n"),
        "content/about/index.md:5:5 S420",
        '"[x](tree:sit-bone “Calf”)" is not a link, so readers would see it as typed.',
        'Write "[x](tree:sit-bone)".',
    ),
    Slip(
        "curly quotes around the title of a link, in a text",
        what("See [x](tree:sit-bone “Calf”)."),
        "content/outcomes/tendon-pain.yml:4:7 S420",
        '"[x](tree:sit-bone “Calf”)" is not a link, so readers would see it as typed.',
        'Write "[x](tree:sit-bone)".',
    ),
    Slip(
        "a quote that is not closed in a link",
        at_end(ABOUT, '\nSee [x](tree:sit-bone "Calf).\n'),
        "content/about/index.md:5:5 S420",
        '"[x](tree:sit-bone "Calf)" is not a link, so readers would see it as typed.',
        'Write "[x](tree:sit-bone)".',
    ),
    Slip(
        "a title of a link without quotes",
        at_end(ABOUT, "\nSee [x](tree:sit-bone Calf (left)).\n"),
        "content/about/index.md:5:5 S420",
        '"[x](tree:sit-bone Calf (left))" is not a link, so readers would see it as typed.',
        'Write "[x](tree:sit-bone)".',
    ),
    Slip(
        "a title of a link on a line of its own",
        at_end(ABOUT, "\nSee [x](tree:sit-bone\n“Calf”).\n"),
        "content/about/index.md:5:5 S420",
        '"[x](tree:sit-bone “Calf”)" is not a link, so readers would see it as typed.',
        'Write "[x](tree:sit-bone)".',
    ),
    # One of something, as a list.
    Slip(
        "brackets around the one result",
        swap(TREE, ("outcome: tendon-pain", "outcome: [tendon-pain]")),
        "decision_trees/sit-bone.yml:30:18 S303",
        "There should be a text here, not a list.",
        'Take the brackets or the "- " away: write "tendon-pain".',
    ),
    Slip(
        "a list of the one level",
        swap(TEAR, ("care: same-day", "care:\n  - same-day")),
        "content/outcomes/possible-tear.yml:3:3 S303",
        "There should be a text here, not a list.",
        'Take the brackets or the "- " away: write "same-day".',
    ),
]
# Those that somebody can make who only edits texts: neither a file removed nor one that is no text.
TYPED = [
    slip
    for slip in SLIPS
    if all(
        isinstance(content, str) and path.startswith(("content/", "decision_trees/"))
        for path, content in slip.change.items()
    )
]


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: f"{slip.how} → {slip.at.rpartition(' ')[2]}")
def test_a_slip_is_told_by_its_cause_and_once(slip: Slip, tmp_path: Path, checked: Callable):
    first, *more = checked(written(tmp_path, slip.change)).findings
    assert f"{first.file}:{first.line}:{first.column} {first.code}" == slip.at
    assert (first.message, first.help) == (slip.says, slip.help)
    assert [one.message for one in more[slip.more :]] == []


def test_nearly_all_slips_are_one_message():
    assert len(SLIPS) >= 120
    assert not sum(slip.more for slip in SLIPS)


@pytest.mark.parametrize(
    "change",
    [
        what("Write to somebody@example.org, or to [us@example.org](mailto:us@example.org)."),
        what("What we call @home, and [so on] (as they say), and [1]."),
        what("Typed \\\\[a-study] and `[@a-study, @b-study]` on purpose."),
        at_end(ABOUT, "\n[a-study]: https://example.org/1\n\nSee [a-study].\n"),
        at_end(ABOUT, "\n```\n[x] (tree:sit-bone) and [@a, @b]\n```\n"),
        at_end(ABOUT, '\n[x](tree:sit-bone "Calf"), [x](tree:sit-bone (Calf)) and `[x](tree:sit-bone “Calf”)`\n'),
        {"content/downloads/data.yml": "title: Data\nrows: [1, 2]\n"},
        {"decision_trees/README.md": "# What is here\n", "content/outcomes/README.md": "# Results\n"},
        {"settings.yml": "title: Mine\nsummary: Of another program\n"},
        {"content/pictures/heel": "A picture\n", "content/outcomes/heel.png": "A picture\n"},
        at_end(SOURCES, "  issued: {date-parts: [[2013, 5]]}\n"),
        at_end(SOURCES, "  issued: 2013-05-31\n"),
        at_end(ABOUT, "\nA heading\n=======\n"),
    ],
)
def test_what_only_looks_like_a_slip_is_none(change: Change, tmp_path: Path, checked: Callable):
    assert [one for one in checked(written(tmp_path, change)).findings if one.code != "S906"] == []
