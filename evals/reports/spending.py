"""What the models took, where models were used and say so."""

from evals.nouns import Run


def spent_on_models(run: Run) -> str:
    """Tokens and money of a run in a sentence; empty where none are known."""
    using = [transcript.usage for transcript in run.transcripts if transcript.usage]
    turns = [usage for usages in using for usage in usages]
    given = sum(usage.input_tokens for usage in turns)
    made = sum(usage.output_tokens for usage in turns)
    if not given + made:
        return ""
    each = (given + made) / len(using)
    told = f"Tokens: {given:,} in and {made:,} out, {each:,.0f} a conversation."
    prices = [usage.cost_usd for usage in turns if usage.cost_usd is not None]
    if not prices:
        return told
    return f"{told} Cost: ${sum(prices):,.4f}, ${sum(prices) / len(using):,.5f} a conversation."
