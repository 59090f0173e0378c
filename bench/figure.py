"""One measured figure, and how figures are told."""

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Figure:
    """What was measured, beside what it is to reach.

    Attributes:
        name: by which other programs know it.
        what: by which people do.
        value: None where it was not measured; then `note` says how to.
        reach: at most this.
        unit: of both; "" for ratios.
        note: the absolute figures behind it.
    """

    name: str
    what: str
    value: float | None
    reach: float
    unit: str = ""
    note: str = ""

    def measured(self, value: float, note: str) -> "Figure":
        """The figure with what was measured, and the absolute figures behind it."""
        return replace(self, value=value, note=note)

    def unmeasured(self, why: str) -> "Figure":
        """The row of a figure that was not measured, with what to do about it."""
        return replace(self, note=f"not measured: {why}")

    @property
    def ok(self) -> bool | None:
        """Whether it is reached; None where it was not measured."""
        if self.value is None:
            return None
        return self.value <= self.reach

    def as_data(self) -> dict[str, object]:
        """For `bench.json`."""
        value = None if self.value is None else round(self.value, 3)
        return {
            "name": self.name,
            "what": self.what,
            "value": value,
            "reach": f"at most {self.reach:g}",
            "unit": self.unit,
            "ok": self.ok,
            "note": self.note,
        }

    def line(self) -> str:
        """For a terminal."""
        sign = {True: "✓", False: "✗", None: "·"}[self.ok]
        value = "" if self.value is None else f"{self.value:.3g}{self.unit}"
        bound = f"≤ {self.reach:g}{self.unit}"
        return f"{sign} {self.what:<62} {value:>8}  {bound:<9} {self.note}"
