"""All reading and writing of nouns: one repository a file, always with the owner as an argument."""
