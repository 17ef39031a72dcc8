"""How fast the product is, and what it costs, as the marketplace grows."""
