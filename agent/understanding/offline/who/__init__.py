"""Who is wanted: how many, how senior, on their own or not, which languages and what record."""
