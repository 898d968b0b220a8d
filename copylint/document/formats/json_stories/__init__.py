"""Stories in JSON: ninjs, the AP Media API, lines of JSON."""
