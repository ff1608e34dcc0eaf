"""The settings of one kegiatan: what it says about itself, its rules, its tahap, its desa."""
