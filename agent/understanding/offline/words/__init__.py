"""The words of a message: tokens, spelling, known names and cues, and the language it is in."""
