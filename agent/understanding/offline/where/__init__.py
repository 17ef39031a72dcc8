"""Countries, regions, cities and time zones, wanted or ruled out, and those that are no wish."""
