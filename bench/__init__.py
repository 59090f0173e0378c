"""Measures the speed of Signpost, as ratios that hold on any machine: `make bench`."""
