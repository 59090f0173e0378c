"""What differs between two libraries, as readers would notice it."""
