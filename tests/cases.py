"""A case of the example library, for the tests of what cases say."""

CASE = "decision_trees/cases/sore.yml"
GOOD = """\
title: Sore after a run
story: A knee that is a little sore after running.
guide: example
answers:
  - {red-flags-soon: no}
  - {rest: a-little}
expect: {care: self-care}
reviewed: 2026-11-22
"""
