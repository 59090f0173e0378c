"""`python -m generator` is `signpost`."""

from generator.cli.main import run

if __name__ == "__main__":
    run()
