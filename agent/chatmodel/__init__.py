"""A language model behind the OpenAI protocol: opened with every bound set, asked within a deadline."""
