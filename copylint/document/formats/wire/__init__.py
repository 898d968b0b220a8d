"""The old wires' envelopes: IPTC 7901 and ANPA 1312."""
