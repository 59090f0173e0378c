"""The present day."""

from datetime import UTC, date, datetime, timedelta


def latest_today() -> date:
    """Today where the day begins first, so that no author is told that their today is in the future."""
    return (datetime.now(UTC) + timedelta(hours=14)).date()
