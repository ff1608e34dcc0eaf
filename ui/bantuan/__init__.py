"""The help that ships with Salur, in Indonesian, readable without a network."""
