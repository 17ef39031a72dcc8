"""`python -m evals bugs`: how well the graders catch an agent that is broken on purpose."""
