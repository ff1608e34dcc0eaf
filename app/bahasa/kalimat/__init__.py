"""The sentence of every `KnownError`: a dict per room, a module per pair of rooms; `app.bahasa.galat` adds facts."""
