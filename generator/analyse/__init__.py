"""Derived facts about a library: its graph, gates, proofs, paths, references and addresses."""
