"""A check that remembers: of what was found sound before, only what changed is judged again."""

from pathlib import Path

from generator.reading.load import Loaded
from generator.remembering import store
from generator.remembering.verdicts import Verdicts
from generator.today import latest_today
from generator.verdict import Judged

# The values of fewer files are read sooner than remembered.
WORTH_WHILE = 200


def judge(loaded: Loaded, folder: Path) -> Judged:
    """What a check of a project finds, be it remembered or not.

    Args:
        loaded: the project's sources.
        folder: where things are kept between runs.
    """
    today = latest_today()
    program = store.program()
    keys = {source.path: store.digest(program, source.path.encode(), source.text.encode()) for source in loaded.sources}
    verdicts = Verdicts(folder, loaded, keys, program, today)
    if sound := verdicts.recall():
        return sound
    # Imported here, with all rules and the models that they look at: most often there is no need of them.
    from generator.check import check
    from generator.project import kind_of
    from generator.reading.reader import Reader
    from generator.remembering.values import RememberingReader

    large = len(loaded.sources) >= WORTH_WHILE
    reader = RememberingReader(folder, {p: key for p, key in keys.items() if kind_of(p)}) if large else Reader()
    report = check(loaded, reader, today)
    if isinstance(reader, RememberingReader):
        reader.keep(report.faulty)
    if not report.faulty:
        verdicts.keep(report.claim, reader.values)
    return report
