"""Draws all exercises anew: `python -m figures`."""

import sys
from pathlib import Path

from figures import files
from figures.checks import problems
from figures.reading import POSES, BadPosesError, read


def main(poses_file: Path = POSES, folder: Path = files.FOLDER) -> int:
    """Check all poses of a file and, if nothing is wrong, write all drawings to a folder. Returns the exit code."""
    try:
        poses = read(poses_file)
    except (BadPosesError, OSError) as error:
        print(error)
        return 1
    wrong = []
    for id, exercise in poses.exercises.items():
        for frame, said in problems(exercise):
            line, column = poses.spots[id, frame]
            wrong.append(f"{poses_file.name}:{line}:{column}: {id}, {frame}: {said}")
    if wrong:
        print("\n".join([*wrong, "Nothing was drawn."]))
        return 1
    try:
        changed, removed = files.write(poses.exercises, folder)
    except ModuleNotFoundError as error:
        print(f"Drawing needs the library “{error.name}”: pip install --editable '.[figures]'")
        return 1
    except OSError as error:
        print(f"A drawing could not be written: {error}")
        return 1
    print(f"{len(poses.exercises)} exercises. {changed} drawings changed, {removed} taken away.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
