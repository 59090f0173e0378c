"""The files of the drawings: which there are, and writing them."""

from pathlib import Path

from figures.poses import FRAMES, Exercise

FOLDER = Path(__file__).parents[1] / "content" / "figures"
# All files that begin so are made here, and none of them by hand.
_BEGIN = "exercise-"


def name_of(id: str, frame: str) -> str:
    """The name of the file of an exercise's frame."""
    return f"{_BEGIN}{id}-{frame}.svg"


def names(exercises: dict[str, Exercise]) -> set[str]:
    """The names of all files of all exercises."""
    return {name_of(id, frame) for id in exercises for frame in FRAMES}


def found(folder: Path = FOLDER) -> set[str]:
    """The names of the files that are there."""
    return {path.name for path in folder.glob(f"{_BEGIN}*.svg")}


def write(exercises: dict[str, Exercise], folder: Path) -> tuple[int, int]:
    """Draw all exercises anew, and take away drawings of exercises that there are no longer.

    Returns:
        How many files changed, and how many were taken away.

    Raises:
        ModuleNotFoundError: without the geometry library.
        OSError: where a file cannot be written.
    """
    from figures.drawing import drawn  # Only drawing needs the geometry library.

    changed = 0
    folder.mkdir(parents=True, exist_ok=True)
    for id, exercise in exercises.items():
        for frame, text in drawn(exercise).items():
            file = folder / name_of(id, frame)
            if not file.exists() or file.read_text("utf-8") != text:
                file.write_text(text, "utf-8")
                changed += 1
    old = found(folder) - names(exercises)
    for name in old:
        (folder / name).unlink()
    return changed, len(old)
