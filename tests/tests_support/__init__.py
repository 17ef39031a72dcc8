"""What several tests make and use."""
