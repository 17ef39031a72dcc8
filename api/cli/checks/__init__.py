"""What `rolecall doctor` looks at."""
