"""The graph's nodes, one decision each."""
