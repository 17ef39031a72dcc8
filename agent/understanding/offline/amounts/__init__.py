"""Numbers and money: amounts, their units and bounds, and what they pay for."""
