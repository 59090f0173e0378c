"""A check that remembers: of what was found sound before, only what changed is judged again."""

from pathlib import Path

from generator.memory import keep_to_the_end
from generator.project import kind_of
from generator.reading.load import Loaded
from generator.remembering import store
from generator.remembering.values import RememberingReader
from generator.remembering.verdicts import Verdicts
from generator.today import latest_today
from generator.verdict import Judged


def judge(loaded: Loaded, folder: Path) -> Judged:
    """What a check of a project finds, be it remembered or not.

    Args:
        loaded: the project's sources.
        folder: where things are kept between runs.
    """
    today, program = latest_today(), store.program()
    keys = {source.path: store.digest(program, source.path.encode(), source.text.encode()) for source in loaded.sources}
    verdicts = Verdicts(folder, loaded, keys, program, today)
    reader = RememberingReader(folder, {path: key for path, key in keys.items() if kind_of(path)})
    if sound := verdicts.recall(reader):
        return sound
    with reader.ahead(loaded.sources):
        # Imported here, with all rules and the models that they look at: most often there is no need of them.
        from generator.check import check

        report = check(loaded, reader, today)
    reader.keep(report.faulty)
    if not report.faulty:
        verdicts.keep(report.claim)
    keep_to_the_end(reader, report)
    return report
