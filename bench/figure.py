"""A measured figure, and its output formats."""

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Figure:
    """A measurement with its target.

    Attributes:
        name: its id, for other programs.
        what: its description, for people.
        value: None if it was not measured; then `note` says how to measure it.
        reach: the target: at most this.
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
        """The figure with a measured value, and the absolute figures behind it."""
        return replace(self, value=value, note=note)

    def unmeasured(self, why: str) -> "Figure":
        """The figure without a value, with the reason."""
        return replace(self, note=f"not measured: {why}")

    @property
    def ok(self) -> bool | None:
        """Whether the target is reached; None if it was not measured."""
        if self.value is None:
            return None
        return self.value <= self.reach

    def as_data(self) -> dict[str, object]:
        """The entry in `bench.json`."""
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
        """The line for the terminal."""
        sign = {True: "✓", False: "✗", None: "·"}[self.ok]
        value = "" if self.value is None else f"{self.value:.3g}{self.unit}"
        bound = f"≤ {self.reach:g}{self.unit}"
        return f"{sign} {self.what:<62} {value:>8}  {bound:<9} {self.note}"
