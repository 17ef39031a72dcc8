"""What a client can do: one module for each object that is acted on."""
