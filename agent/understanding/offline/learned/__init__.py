"""What is told by example rather than by rule: linear models fitted to sentences that people wrote."""
