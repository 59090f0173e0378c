"""One measured figure, and how figures are told."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """What was measured, beside what it is to reach.

    Attributes:
        name: by which other programs know it.
        what: by which people do.
        value: None where it was not measured; then `note` says how to.
        reach: at most this, or at the least this if `least` is set.
        unit: of both; "" for ratios.
        note: the absolute figures behind it.
    """

    name: str
    what: str
    value: float | None
    reach: float
    unit: str = ""
    note: str = ""
    least: bool = False

    @property
    def ok(self) -> bool | None:
        """Whether it is reached; None where it was not measured."""
        if self.value is None:
            return None
        return self.value >= self.reach if self.least else self.value <= self.reach

    def as_data(self) -> dict[str, object]:
        """For `bench.json`."""
        bound = "at least" if self.least else "at most"
        value = None if self.value is None else round(self.value, 3)
        return {
            "name": self.name,
            "what": self.what,
            "value": value,
            "reach": f"{bound} {self.reach:g}",
            "unit": self.unit,
            "ok": self.ok,
            "note": self.note,
        }

    def line(self) -> str:
        """For a terminal."""
        sign = {True: "✓", False: "✗", None: "·"}[self.ok]
        value = "" if self.value is None else f"{self.value:.3g}{self.unit}"
        bound = f"{'≥' if self.least else '≤'} {self.reach:g}{self.unit}"
        return f"{sign} {self.what:<62} {value:>8}  {bound:<9} {self.note}"


def unmeasured(figure: Figure, why: str) -> Figure:
    """The row of a figure that was not measured, with what to do about it."""
    return Figure(figure.name, figure.what, None, figure.reach, figure.unit, f"not measured: {why}", figure.least)
