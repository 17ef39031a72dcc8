"""How well the ranking finds the people who are right, on invented marketplaces and on real posts."""
