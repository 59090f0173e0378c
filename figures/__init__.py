"""The drawings of the exercises: poses as data in `poses.yml`, and what draws and checks them.

Needs nothing of `generator/`, and nothing of it needs this: the finished drawings are figures like any other. Only
drawing anew needs a geometry library (`pip install "signpost[figures]"`); reading and checking poses does not.
"""
