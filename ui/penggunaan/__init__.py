"""What comes in after the aid: reports on its use, pakta integritas."""
