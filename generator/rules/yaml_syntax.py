"""A file that is not valid YAML.

The most frequent causes: a colon inside a text without quotes, a line that is not indented like its neighbours, a tab,
a quote that is never closed.

Wrong, in content/places/knee.yml:

    title: Knee: the joint

Right, in content/places/knee.yml:

    title: "Knee: the joint"
"""

from generator.core.finding import Fault
from generator.core.lookalikes import named
from generator.core.source import Spot

CODE = "S201"
_UNUSUAL_SPACE = "Delete it, and type a space; such characters come along when a text is copied from elsewhere."

# For each parser error that authors run into: what it means, and what to do.
_PLAIN = {
    "mapping values are not allowed in this context": (
        "there is a second colon in this line",
        "If the text itself holds a colon, put the whole text in quotes.",
    ),
    "could not find expected ':'": (
        "this line has no colon with a space after it",
        'Write it as "name: text". If it belongs to a list, begin it with "- "; if to the text above, indent it.',
    ),
    "did not find expected key": (
        "this line does not fit the lines around it",
        "Check that it is indented like its neighbours, and that quotes are around the whole text or not there at all.",
    ),
    "found character that cannot start any token": (
        "a text may not begin with this character",
        "Put the whole text in quotes.",
    ),
    "found unexpected end of stream": ("the quote that opens here is never closed", "Close it with the same quote."),
    "did not find expected ',' or ']'": (
        "the list that opens here is never closed, or a comma is missing in it",
        'Close it with "]", and put a comma between any two of its texts.',
    ),
    "did not find expected ',' or '}'": (
        "the braces that open here are never closed, or a comma is missing in them",
        'Close them with "}", and put a comma before each new name.',
    ),
    "did not find expected node content": (
        "something is missing here",
        "Write it, or remove the comma, or close the bracket that opens before it.",
    ),
    "block sequence entries are not allowed in this context": (
        "a list may not begin in the middle of a line",
        "Begin the list on the next line, or put the text in quotes.",
    ),
    "did not find expected comment or line break": (
        'nothing may follow in the line after "|" or ">"',
        "Begin the text on the next line, indented, or put it in quotes.",
    ),
    "found unknown escape character": (
        'a "\\" has a special meaning in double quotes',
        "Use single quotes around the text.",
    ),
    "found invalid Unicode character escape code": (
        "this escape is not a character, or only half of one",
        "Write the character itself.",
    ),
    "a control character": ("there is a character here that cannot be seen", "Delete it and write it anew."),
    "but found another document": (
        'a second document starts here ("---")',
        "Remove that line: a file holds one entry.",
    ),
    # Reasons that are worked out from the text and the tokens.
    "a tab": ("this line is indented with a tab", "Delete the tab, and indent with spaces like the lines around it."),
    "no space after a colon": (
        "there is no space after this colon",
        "Type a space after it.",
    ),
    "a text of several lines": (
        "this text goes on over several lines, and nothing says that it does",
        'Write ">-" after the colon of its key, and the whole text below, indented. Or put the text in quotes.',
    ),
    "an unusual colon": ('this colon only looks like ":"', 'Delete it, and type ":" and a space.'),
    "curly quotes": (
        "a curly quote does not hold a text together",
        "Put straight quotes (\" or ') around the whole text, at both ends.",
    ),
    "deeper than its neighbours": (
        "this line is indented more than the line above it allows",
        "Give it as many spaces as the lines that it belongs with.",
    ),
    "less deep than its neighbours": (
        "this line is indented less than the lines above and below that it belongs with",
        "Give it as many spaces as those.",
    ),
    "a code fence": (
        "this line marks code in a text, and is no part of the file",
        "Delete it, and the other one like it, if there is one.",
    ),
    "three dots": ('"..." ends the file here', "Delete this line."),
    "mapping keys are not allowed in this context": (
        'a text may not begin with "? "',
        "Put the whole text in quotes.",
    ),
    "a stray dash": (
        'this line begins with "- ", but the lines around it are no list',
        'Take out the "- ".',
    ),
    "a comment that cuts a text": (
        'after a space, "#" begins a comment, so the text ends here',
        "Put the whole text in quotes, or the comment on a line of its own.",
    ),
    "a quote closed too late": (
        "the quote that opens here is not closed where its text ends",
        "Close it with the same quote.",
    ),
    "text after a closing quote": (
        "the text goes on after its closing quote",
        "Put quotes around the whole text; use ' outside where there is \" inside.",
    ),
    "an apostrophe in single quotes": (
        "the text goes on after its closing quote: an apostrophe (') closes single quotes",
        "Put double quotes (\") around the whole text, or write each apostrophe in it twice ('').",
    ),
    "text after a closing bracket": (
        "the text goes on after its closing bracket",
        'Put the whole text in quotes: one that begins with "[" or "{" needs them.',
    ),
    "did not find expected '-' indicator": (
        "this line does not fit the list above it",
        'Start it with "- ", or indent it differently.',
    ),
}


def fault(at: Spot, reason: str) -> Fault:
    """Report a syntax error; `reason` is the parser's message, or a key of the table above."""
    before, _, rest = reason.rpartition(" ")
    if before == "an unusual space":
        return Fault(CODE, at, f"This cannot be read: here is {named(rest)}.", _UNUSUAL_SPACE)
    if before == "another sign than a colon":
        return Fault(
            CODE, at, f'This cannot be read: "{rest}" is here in the place of a colon.', 'Write ":" and a space.'
        )
    if before == "an id with a mark":
        message = "This cannot be read: a text may not begin with this character."
        return Fault(CODE, at, message, f'If it is an id, write "{rest}". If it is a text, put all of it in quotes.')
    if before == "a text that is not indented below":
        meaning = f'the text that "{rest}" begins is not indented here'
        return Fault(
            CODE,
            at,
            f"This cannot be read: {meaning}.",
            "Put spaces before each line of it, as many as before its first, and at least two.",
        )
    meaning, help = _PLAIN.get(
        reason, (reason, "Check the quotes, colons and indentation of this line and the one before.")
    )
    return Fault(CODE, at, f"This cannot be read: {meaning}.", help)
