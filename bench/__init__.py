"""How fast Signpost is, as ratios that hold on any machine: `make bench`."""
