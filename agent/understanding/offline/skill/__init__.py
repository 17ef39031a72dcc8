"""Skills and industries: which names are meant, and of which trade."""
