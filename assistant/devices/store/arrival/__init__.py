"""Models that come by hand: from a folder, a stick or an archive; nothing in them is believed."""
