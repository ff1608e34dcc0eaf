"""The reference lists: their page, taking one in, and the chips that they give people elsewhere."""
