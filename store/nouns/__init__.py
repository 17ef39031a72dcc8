"""What Rolecall talks about: immutable values with no persistence in them."""
