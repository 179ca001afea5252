"""What a change to the sources does for readers, for whoever looks it over before it is merged."""
