"""Offline evaluation of the agent, driven through the composition root that production uses."""
