"""RSS, Atom and RDF."""
