"""Reading messages with ChatGPT, or any OpenAI-compatible model, under the offline reader's eye."""

from agent.understanding.chatgpt.interpreter import ChatGPTInterpreter

__all__ = ["ChatGPTInterpreter"]
