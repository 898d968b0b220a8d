"""Plain text and Markdown, whose lines are the story's own."""
