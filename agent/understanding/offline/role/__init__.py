"""Which role is wanted: by its title, by the task, by the tools."""
