"""From a client's message to a Reading: intent, changes to the brief, references to candidates."""
