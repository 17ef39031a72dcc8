"""Carries GraphQL over HTTP, server-sent events and WebSocket, and decides who gets in."""
