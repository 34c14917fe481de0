"""The web page and the JSON interface: one FastAPI application with the chat mounted in it."""
