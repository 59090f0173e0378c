"""The commands of `signpost`, one module each: it reads its options, calls one stage and prints the result."""
