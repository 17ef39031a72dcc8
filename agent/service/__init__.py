"""Answers to questions about the service itself, by topic: what is said, and how a topic is told."""
