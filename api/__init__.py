"""GraphQL over HTTP, WebSocket and SSE; the command line; settings and the one composition root."""
