"""A sample office with every SOP in motion, for learning, for showing and for tests; every person in it is invented."""
