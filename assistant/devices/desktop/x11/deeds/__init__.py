"""What commands do on X11: keys, windows, applications."""
