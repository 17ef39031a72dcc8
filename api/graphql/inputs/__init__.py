"""What a frontend sends in: input types, and how they become nouns."""
