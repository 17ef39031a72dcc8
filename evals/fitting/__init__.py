"""Fits the models of `agent.understanding.offline.learned` to sentences that people wrote."""
