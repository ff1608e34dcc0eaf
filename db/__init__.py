"""The store: schema, opening, keys, migrations, attachments. No sentence for a user and no office rule lives here."""
