"""Reading messages with ChatGPT, or any OpenAI-compatible model, under the offline reader's eye."""

from agent.understanding.chatgpt.interpreter import ChatGPTInterpreter
from agent.understanding.chatgpt.model import ModelSettings, open_model

__all__ = ["ChatGPTInterpreter", "ModelSettings", "open_model"]
