"""Dates, lengths and hours: when the work starts, how long it lasts, how much of a week it takes."""
