"""What the agent says: short, specific, every number and name from stored facts."""
