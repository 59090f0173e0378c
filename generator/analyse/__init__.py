"""What is true of a library: its graph, gates, proofs, paths, references and addresses."""
