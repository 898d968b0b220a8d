"""The parts of a story, one module each; `cutting` puts them together."""
