"""The first run: a new office, the sample office, or a backup; then the wizard that sets an office up."""
