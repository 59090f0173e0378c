"""Pictures: a guide as a chart, link previews, and square codes for paper."""
