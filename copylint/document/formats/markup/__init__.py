"""What the formats in XML and HTML share: trees that know their places, and the running text in them."""
