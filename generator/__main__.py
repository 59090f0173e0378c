"""`python -m generator` is `signpost`."""

from generator.cli.main import main

if __name__ == "__main__":
    main(prog_name="signpost")
