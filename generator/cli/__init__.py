"""The command `signpost`."""
