"""Simulated clients: what they know, what they mean to say, and how they say it."""

from evals.clients.agenda import AgendaClient, Said
from evals.clients.perturbing import PERTURBATIONS

__all__ = ["PERTURBATIONS", "AgendaClient", "Said"]
