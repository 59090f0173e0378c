"""Today's date."""

from datetime import UTC, date, datetime, timedelta


def latest_today() -> date:
    """Today in the earliest time zone (UTC+14), so that no author's own today counts as in the future."""
    return (datetime.now(UTC) + timedelta(hours=14)).date()
