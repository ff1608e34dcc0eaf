"""The first schema."""

import sqlalchemy as sa
from alembic import op

import db.dasar
from db import pencarian

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "deret",
        sa.Column("nama", sa.String(), nullable=False),
        sa.Column("nilai", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("nama", name=op.f("pk_deret")),
    )
    op.create_table(
        "lampiran",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("urut", sa.Integer(), nullable=False),
        sa.Column("dibuat_pada", db.dasar.Instan(), nullable=False),
        sa.Column("diubah_pada", db.dasar.Instan(), nullable=False),
        sa.Column("versi", sa.Integer(), nullable=False),
        sa.Column("nama", sa.String(), nullable=False),
        sa.Column("nama_simpan", sa.String(), nullable=False),
        sa.Column("ukuran", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("kunci", sa.LargeBinary(), nullable=False),
        sa.Column("jenis", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lampiran")),
        sa.UniqueConstraint("nama_simpan", name=op.f("uq_lampiran_nama_simpan")),
    )
    with op.batch_alter_table("lampiran", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_lampiran_sha256"), ["sha256"], unique=False)
        batch_op.create_index(batch_op.f("ix_lampiran_urut"), ["urut"], unique=True)

    op.create_table(
        "sop",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("urut", sa.Integer(), nullable=False),
        sa.Column("dibuat_pada", db.dasar.Instan(), nullable=False),
        sa.Column("diubah_pada", db.dasar.Instan(), nullable=False),
        sa.Column("versi", sa.Integer(), nullable=False),
        sa.Column("kode", sa.String(), nullable=False),
        sa.Column("revisi", sa.Integer(), nullable=False),
        sa.Column("nama", sa.String(), nullable=False),
        sa.Column("isi", sa.JSON(), nullable=False),
        sa.Column("sidik", sa.String(), nullable=False),
        sa.Column("bawaan", sa.Boolean(), nullable=False),
        sa.Column("aktif", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sop")),
        sa.UniqueConstraint("kode", "revisi", name=op.f("uq_sop_kode_revisi")),
    )
    with op.batch_alter_table("sop", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_sop_kode"), ["kode"], unique=False)
        batch_op.create_index(batch_op.f("ix_sop_urut"), ["urut"], unique=True)

    op.create_table(
        "wilayah",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("urut", sa.Integer(), nullable=False),
        sa.Column("dibuat_pada", db.dasar.Instan(), nullable=False),
        sa.Column("diubah_pada", db.dasar.Instan(), nullable=False),
        sa.Column("versi", sa.Integer(), nullable=False),
        sa.Column("kode", sa.String(), nullable=False),
        sa.Column("nama", sa.String(), nullable=False),
        sa.Column("jenis", sa.String(), nullable=False),
        sa.Column("sumber", sa.String(), nullable=False),
        sa.Column("berlaku", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_wilayah")),
        sa.UniqueConstraint("kode", name=op.f("uq_wilayah_kode")),
    )
    with op.batch_alter_table("wilayah", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_wilayah_urut"), ["urut"], unique=True)

    op.create_table(
        "kantor",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("urut", sa.Integer(), nullable=False),
        sa.Column("dibuat_pada", db.dasar.Instan(), nullable=False),
        sa.Column("diubah_pada", db.dasar.Instan(), nullable=False),
        sa.Column("versi", sa.Integer(), nullable=False),
        sa.Column("nama", sa.String(), nullable=False),
        sa.Column("jenis", sa.String(), nullable=False),
        sa.Column("kode_wilayah", sa.String(), nullable=False),
        sa.Column("nama_pemda", sa.String(), nullable=False),
        sa.Column("zona", sa.String(), nullable=False),
        sa.Column("alamat", sa.String(), nullable=False),
        sa.Column("kode_pos", sa.String(), nullable=False),
        sa.Column("telepon", sa.String(), nullable=False),
        sa.Column("pos_el", sa.String(), nullable=False),
        sa.Column("laman", sa.String(), nullable=False),
        sa.Column("tempat_surat", sa.String(), nullable=False),
        sa.Column("kertas", sa.String(), nullable=False),
        sa.Column("tepi", sa.JSON(), nullable=False),
        sa.Column("lambang_id", sa.Uuid(), nullable=True),
        sa.Column("jam_kerja", sa.JSON(), nullable=False),
        sa.Column("contoh", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["lambang_id"], ["lampiran.id"], name=op.f("fk_kantor_lambang_id_lampiran")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_kantor")),
    )
    with op.batch_alter_table("kantor", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_kantor_kode_wilayah"), ["kode_wilayah"], unique=False)
        batch_op.create_index(batch_op.f("ix_kantor_urut"), ["urut"], unique=True)

    op.create_table(
        "orang",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("urut", sa.Integer(), nullable=False),
        sa.Column("dibuat_pada", db.dasar.Instan(), nullable=False),
        sa.Column("diubah_pada", db.dasar.Instan(), nullable=False),
        sa.Column("versi", sa.Integer(), nullable=False),
        sa.Column("nomor_cari", sa.Integer(), nullable=False),
        sa.Column("nama", sa.String(), nullable=False),
        sa.Column("nama_cari", sa.String(), nullable=False),
        sa.Column("nik", sa.String(), nullable=True),
        sa.Column("no_kk", sa.String(), nullable=True),
        sa.Column("jenis_kelamin", sa.String(), nullable=True),
        sa.Column("tempat_lahir", sa.String(), nullable=False),
        sa.Column("tanggal_lahir", sa.Date(), nullable=True),
        sa.Column("nama_ibu", sa.String(), nullable=False),
        sa.Column("status_kawin", sa.String(), nullable=False),
        sa.Column("pekerjaan", sa.String(), nullable=False),
        sa.Column("shdk", sa.String(), nullable=False),
        sa.Column("alamat", sa.String(), nullable=False),
        sa.Column("dusun", sa.String(), nullable=False),
        sa.Column("rt", sa.String(), nullable=False),
        sa.Column("rw", sa.String(), nullable=False),
        sa.Column("kode_desa", sa.String(), nullable=True),
        sa.Column("telepon", sa.String(), nullable=False),
        sa.Column("ragam_disabilitas", sa.String(), nullable=False),
        sa.Column("id_dtks", sa.String(), nullable=False),
        sa.Column("desil", sa.Integer(), nullable=True),
        sa.Column("meninggal_pada", sa.Date(), nullable=True),
        sa.Column("pindah_pada", sa.Date(), nullable=True),
        sa.Column("digabung_ke", sa.Uuid(), nullable=True),
        sa.Column("foto_id", sa.Uuid(), nullable=True),
        sa.Column("catatan", sa.String(), nullable=False),
        sa.CheckConstraint("nik IS NULL OR length(nik) = 16", name=op.f("ck_orang_nik_16")),
        sa.CheckConstraint("no_kk IS NULL OR length(no_kk) = 16", name=op.f("ck_orang_no_kk_16")),
        sa.ForeignKeyConstraint(["digabung_ke"], ["orang.id"], name=op.f("fk_orang_digabung_ke_orang")),
        sa.ForeignKeyConstraint(["foto_id"], ["lampiran.id"], name=op.f("fk_orang_foto_id_lampiran")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_orang")),
    )
    with op.batch_alter_table("orang", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_orang_kode_desa"), ["kode_desa"], unique=False)
        batch_op.create_index("ix_orang_nama_cari_urut", ["nama_cari", "urut"], unique=False)
        batch_op.create_index(batch_op.f("ix_orang_nik"), ["nik"], unique=False)
        batch_op.create_index(batch_op.f("ix_orang_no_kk"), ["no_kk"], unique=False)
        batch_op.create_index(batch_op.f("ix_orang_nomor_cari"), ["nomor_cari"], unique=True)
        batch_op.create_index(batch_op.f("ix_orang_urut"), ["urut"], unique=True)

    op.create_table(
        "akun",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("urut", sa.Integer(), nullable=False),
        sa.Column("dibuat_pada", db.dasar.Instan(), nullable=False),
        sa.Column("diubah_pada", db.dasar.Instan(), nullable=False),
        sa.Column("versi", sa.Integer(), nullable=False),
        sa.Column("kantor_id", sa.Uuid(), nullable=False),
        sa.Column("nama_pengguna", sa.String(), nullable=False),
        sa.Column("nama", sa.String(), nullable=False),
        sa.Column("nip", sa.String(), nullable=True),
        sa.Column("jabatan", sa.String(), nullable=False),
        sa.Column("slot_id", sa.Uuid(), nullable=False),
        sa.Column("aktif", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["kantor_id"], ["kantor.id"], name=op.f("fk_akun_kantor_id_kantor")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_akun")),
        sa.UniqueConstraint("nama_pengguna", name=op.f("uq_akun_nama_pengguna")),
    )
    with op.batch_alter_table("akun", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_akun_kantor_id"), ["kantor_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_akun_urut"), ["urut"], unique=True)

    op.create_table(
        "hari_libur",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("urut", sa.Integer(), nullable=False),
        sa.Column("dibuat_pada", db.dasar.Instan(), nullable=False),
        sa.Column("diubah_pada", db.dasar.Instan(), nullable=False),
        sa.Column("versi", sa.Integer(), nullable=False),
        sa.Column("kantor_id", sa.Uuid(), nullable=False),
        sa.Column("tanggal", sa.Date(), nullable=False),
        sa.Column("nama", sa.String(), nullable=False),
        sa.Column("jenis", sa.String(), nullable=False),
        sa.Column("sumber", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["kantor_id"], ["kantor.id"], name=op.f("fk_hari_libur_kantor_id_kantor")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hari_libur")),
        sa.UniqueConstraint("kantor_id", "tanggal", name=op.f("uq_hari_libur_kantor_id_tanggal")),
    )
    with op.batch_alter_table("hari_libur", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_hari_libur_kantor_id"), ["kantor_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_hari_libur_urut"), ["urut"], unique=True)

    op.create_table(
        "kegiatan",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("urut", sa.Integer(), nullable=False),
        sa.Column("dibuat_pada", db.dasar.Instan(), nullable=False),
        sa.Column("diubah_pada", db.dasar.Instan(), nullable=False),
        sa.Column("versi", sa.Integer(), nullable=False),
        sa.Column("kantor_id", sa.Uuid(), nullable=False),
        sa.Column("kode_sop", sa.String(), nullable=False),
        sa.Column("sop_revisi", sa.Integer(), nullable=False),
        sa.Column("sop_isi", sa.JSON(), nullable=False),
        sa.Column("sop_sidik", sa.String(), nullable=False),
        sa.Column("nama", sa.String(), nullable=False),
        sa.Column("tahun", sa.Integer(), nullable=False),
        sa.Column("periode", sa.String(), nullable=False),
        sa.Column("jenis_bantuan", sa.String(), nullable=True),
        sa.Column("kode_wilayah", sa.String(), nullable=False),
        sa.Column("nominal", sa.Integer(), nullable=True),
        sa.Column("pagu", sa.Integer(), nullable=True),
        sa.Column("kuota", sa.Integer(), nullable=True),
        sa.Column("sumber_dana", sa.String(), nullable=False),
        sa.Column("kode_rekening", sa.String(), nullable=False),
        sa.Column("aturan", sa.JSON(), nullable=False),
        sa.Column("target_waktu", sa.JSON(), nullable=False),
        sa.Column("barang", sa.JSON(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("mulai_langkah", sa.Integer(), nullable=False),
        sa.Column("mulai_pada", sa.Date(), nullable=False),
        sa.Column("selesai_pada", sa.Date(), nullable=True),
        sa.Column("ditutup_pengumpulan", sa.Boolean(), nullable=False),
        sa.Column("catatan", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["kantor_id"], ["kantor.id"], name=op.f("fk_kegiatan_kantor_id_kantor")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_kegiatan")),
    )
    with op.batch_alter_table("kegiatan", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_kegiatan_kantor_id"), ["kantor_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_kegiatan_kode_sop"), ["kode_sop"], unique=False)
        batch_op.create_index(batch_op.f("ix_kegiatan_tahun"), ["tahun"], unique=False)
        batch_op.create_index(batch_op.f("ix_kegiatan_urut"), ["urut"], unique=True)

    op.create_table(
        "mitra",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("urut", sa.Integer(), nullable=False),
        sa.Column("dibuat_pada", db.dasar.Instan(), nullable=False),
        sa.Column("diubah_pada", db.dasar.Instan(), nullable=False),
        sa.Column("versi", sa.Integer(), nullable=False),
        sa.Column("kantor_id", sa.Uuid(), nullable=False),
        sa.Column("nama", sa.String(), nullable=False),
        sa.Column("jenis", sa.String(), nullable=False),
        sa.Column("alamat", sa.String(), nullable=False),
        sa.Column("npwp", sa.String(), nullable=False),
        sa.Column("penanggung_jawab", sa.String(), nullable=False),
        sa.Column("jabatan", sa.String(), nullable=False),
        sa.Column("telepon", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["kantor_id"], ["kantor.id"], name=op.f("fk_mitra_kantor_id_kantor")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mitra")),
    )
    with op.batch_alter_table("mitra", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_mitra_kantor_id"), ["kantor_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_mitra_urut"), ["urut"], unique=True)

    op.create_table(
        "pejabat",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("urut", sa.Integer(), nullable=False),
        sa.Column("dibuat_pada", db.dasar.Instan(), nullable=False),
        sa.Column("diubah_pada", db.dasar.Instan(), nullable=False),
        sa.Column("versi", sa.Integer(), nullable=False),
        sa.Column("kantor_id", sa.Uuid(), nullable=False),
        sa.Column("nama", sa.String(), nullable=False),
        sa.Column("jabatan", sa.String(), nullable=False),
        sa.Column("kunci", sa.String(), nullable=False),
        sa.Column("pangkat", sa.String(), nullable=False),
        sa.Column("golongan", sa.String(), nullable=False),
        sa.Column("nip", sa.String(), nullable=True),
        sa.Column("cara", sa.String(), nullable=False),
        sa.Column("kode_desa", sa.String(), nullable=True),
        sa.Column("sejak", sa.Date(), nullable=True),
        sa.Column("sampai", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["kantor_id"], ["kantor.id"], name=op.f("fk_pejabat_kantor_id_kantor")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pejabat")),
    )
    with op.batch_alter_table("pejabat", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_pejabat_kantor_id"), ["kantor_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_pejabat_urut"), ["urut"], unique=True)

    op.create_table(
        "pemegang_peran_sop",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("urut", sa.Integer(), nullable=False),
        sa.Column("dibuat_pada", db.dasar.Instan(), nullable=False),
        sa.Column("diubah_pada", db.dasar.Instan(), nullable=False),
        sa.Column("versi", sa.Integer(), nullable=False),
        sa.Column("kantor_id", sa.Uuid(), nullable=False),
        sa.Column("kode_sop", sa.String(), nullable=False),
        sa.Column("peran_sop", sa.String(), nullable=False),
        sa.Column("peran", sa.JSON(), nullable=False),
        sa.Column("tidak_ada", sa.Boolean(), nullable=False),
        sa.Column("keterangan", sa.String(), nullable=False),
        sa.Column("dikonfirmasi", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["kantor_id"], ["kantor.id"], name=op.f("fk_pemegang_peran_sop_kantor_id_kantor")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pemegang_peran_sop")),
        sa.UniqueConstraint(
            "kantor_id", "kode_sop", "peran_sop", name=op.f("uq_pemegang_peran_sop_kantor_id_kode_sop_peran_sop")
        ),
    )
    with op.batch_alter_table("pemegang_peran_sop", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_pemegang_peran_sop_kantor_id"), ["kantor_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_pemegang_peran_sop_urut"), ["urut"], unique=True)

    op.create_table(
        "pemetaan_kolom",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("urut", sa.Integer(), nullable=False),
        sa.Column("dibuat_pada", db.dasar.Instan(), nullable=False),
        sa.Column("diubah_pada", db.dasar.Instan(), nullable=False),
        sa.Column("versi", sa.Integer(), nullable=False),
        sa.Column("kantor_id", sa.Uuid(), nullable=False),
        sa.Column("nama", sa.String(), nullable=False),
        sa.Column("pengirim", sa.String(), nullable=False),
        sa.Column("sidik_judul", sa.String(), nullable=False),
        sa.Column("pemetaan", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["kantor_id"], ["kantor.id"], name=op.f("fk_pemetaan_kolom_kantor_id_kantor")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pemetaan_kolom")),
    )
    with op.batch_alter_table("pemetaan_kolom", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_pemetaan_kolom_kantor_id"), ["kantor_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_pemetaan_kolom_sidik_judul"), ["sidik_judul"], unique=False)
        batch_op.create_index(batch_op.f("ix_pemetaan_kolom_urut"), ["urut"], unique=True)

    op.create_table(
        "pengaturan",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("urut", sa.Integer(), nullable=False),
        sa.Column("dibuat_pada", db.dasar.Instan(), nullable=False),
        sa.Column("diubah_pada", db.dasar.Instan(), nullable=False),
        sa.Column("versi", sa.Integer(), nullable=False),
        sa.Column("kantor_id", sa.Uuid(), nullable=True),
        sa.Column("kunci", sa.String(), nullable=False),
        sa.Column("nilai", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["kantor_id"], ["kantor.id"], name=op.f("fk_pengaturan_kantor_id_kantor")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pengaturan")),
        sa.UniqueConstraint("kantor_id", "kunci", name=op.f("uq_pengaturan_kantor_id_kunci")),
    )
    with op.batch_alter_table("pengaturan", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_pengaturan_urut"), ["urut"], unique=True)

    op.create_table(
        "penghitung",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("urut", sa.Integer(), nullable=False),
        sa.Column("dibuat_pada", db.dasar.Instan(), nullable=False),
        sa.Column("diubah_pada", db.dasar.Instan(), nullable=False),
        sa.Column("versi", sa.Integer(), nullable=False),
        sa.Column("kantor_id", sa.Uuid(), nullable=False),
        sa.Column("kode", sa.String(), nullable=False),
        sa.Column("tahun", sa.Integer(), nullable=False),
        sa.Column("nilai", sa.Integer(), nullable=False),
        sa.Column("pola", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["kantor_id"], ["kantor.id"], name=op.f("fk_penghitung_kantor_id_kantor")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_penghitung")),
        sa.UniqueConstraint("kantor_id", "kode", "tahun", name=op.f("uq_penghitung_kantor_id_kode_tahun")),
    )
    with op.batch_alter_table("penghitung", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_penghitung_kantor_id"), ["kantor_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_penghitung_urut"), ["urut"], unique=True)

    op.create_table(
        "profil_tata_letak",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("urut", sa.Integer(), nullable=False),
        sa.Column("dibuat_pada", db.dasar.Instan(), nullable=False),
        sa.Column("diubah_pada", db.dasar.Instan(), nullable=False),
        sa.Column("versi", sa.Integer(), nullable=False),
        sa.Column("kantor_id", sa.Uuid(), nullable=False),
        sa.Column("nama", sa.String(), nullable=False),
        sa.Column("kode_dokumen", sa.String(), nullable=False),
        sa.Column("isi", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["kantor_id"], ["kantor.id"], name=op.f("fk_profil_tata_letak_kantor_id_kantor")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_profil_tata_letak")),
        sa.UniqueConstraint("kantor_id", "nama", name=op.f("uq_profil_tata_letak_kantor_id_nama")),
    )
    with op.batch_alter_table("profil_tata_letak", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_profil_tata_letak_kantor_id"), ["kantor_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_profil_tata_letak_urut"), ["urut"], unique=True)

    op.create_table(
        "rekening",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("urut", sa.Integer(), nullable=False),
        sa.Column("dibuat_pada", db.dasar.Instan(), nullable=False),
        sa.Column("diubah_pada", db.dasar.Instan(), nullable=False),
        sa.Column("versi", sa.Integer(), nullable=False),
        sa.Column("orang_id", sa.Uuid(), nullable=False),
        sa.Column("bank", sa.String(), nullable=False),
        sa.Column("cabang", sa.String(), nullable=False),
        sa.Column("nomor", sa.String(), nullable=False),
        sa.Column("atas_nama", sa.String(), nullable=False),
        sa.Column("jenis", sa.String(), nullable=False),
        sa.Column("aktif", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["orang_id"], ["orang.id"], name=op.f("fk_rekening_orang_id_orang")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rekening")),
    )
    with op.batch_alter_table("rekening", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_rekening_nomor"), ["nomor"], unique=False)
        batch_op.create_index(batch_op.f("ix_rekening_orang_id"), ["orang_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_rekening_urut"), ["urut"], unique=True)

    op.create_table(
        "riwayat_kk",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("urut", sa.Integer(), nullable=False),
        sa.Column("dibuat_pada", db.dasar.Instan(), nullable=False),
        sa.Column("diubah_pada", db.dasar.Instan(), nullable=False),
        sa.Column("versi", sa.Integer(), nullable=False),
        sa.Column("orang_id", sa.Uuid(), nullable=False),
        sa.Column("no_kk", sa.String(), nullable=False),
        sa.Column("shdk", sa.String(), nullable=False),
        sa.Column("sejak", sa.Date(), nullable=False),
        sa.Column("sampai", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["orang_id"], ["orang.id"], name=op.f("fk_riwayat_kk_orang_id_orang")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_riwayat_kk")),
    )
    with op.batch_alter_table("riwayat_kk", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_riwayat_kk_no_kk"), ["no_kk"], unique=False)
        batch_op.create_index(batch_op.f("ix_riwayat_kk_orang_id"), ["orang_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_riwayat_kk_urut"), ["urut"], unique=True)

    op.create_table(
        "templat_naskah",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("urut", sa.Integer(), nullable=False),
        sa.Column("dibuat_pada", db.dasar.Instan(), nullable=False),
        sa.Column("diubah_pada", db.dasar.Instan(), nullable=False),
        sa.Column("versi", sa.Integer(), nullable=False),
        sa.Column("kantor_id", sa.Uuid(), nullable=False),
        sa.Column("kode", sa.String(), nullable=False),
        sa.Column("revisi", sa.Integer(), nullable=False),
        sa.Column("isi", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["kantor_id"], ["kantor.id"], name=op.f("fk_templat_naskah_kantor_id_kantor")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_templat_naskah")),
        sa.UniqueConstraint("kantor_id", "kode", "revisi", name=op.f("uq_templat_naskah_kantor_id_kode_revisi")),
    )
    with op.batch_alter_table("templat_naskah", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_templat_naskah_kantor_id"), ["kantor_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_templat_naskah_urut"), ["urut"], unique=True)

    op.create_table(
        "wali",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("urut", sa.Integer(), nullable=False),
        sa.Column("dibuat_pada", db.dasar.Instan(), nullable=False),
        sa.Column("diubah_pada", db.dasar.Instan(), nullable=False),
        sa.Column("versi", sa.Integer(), nullable=False),
        sa.Column("orang_id", sa.Uuid(), nullable=False),
        sa.Column("wali_orang_id", sa.Uuid(), nullable=True),
        sa.Column("nama", sa.String(), nullable=False),
        sa.Column("nik", sa.String(), nullable=True),
        sa.Column("hubungan", sa.String(), nullable=False),
        sa.Column("telepon", sa.String(), nullable=False),
        sa.Column("sejak", sa.Date(), nullable=False),
        sa.Column("sampai", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["orang_id"], ["orang.id"], name=op.f("fk_wali_orang_id_orang")),
        sa.ForeignKeyConstraint(["wali_orang_id"], ["orang.id"], name=op.f("fk_wali_wali_orang_id_orang")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_wali")),
    )
    with op.batch_alter_table("wali", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_wali_orang_id"), ["orang_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_wali_urut"), ["urut"], unique=True)
        batch_op.create_index(batch_op.f("ix_wali_wali_orang_id"), ["wali_orang_id"], unique=False)

    op.create_table(
        "impor",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("urut", sa.Integer(), nullable=False),
        sa.Column("dibuat_pada", db.dasar.Instan(), nullable=False),
        sa.Column("diubah_pada", db.dasar.Instan(), nullable=False),
        sa.Column("versi", sa.Integer(), nullable=False),
        sa.Column("kegiatan_id", sa.Uuid(), nullable=True),
        sa.Column("tujuan", sa.String(), nullable=False),
        sa.Column("kiriman", sa.String(), nullable=False),
        sa.Column("kode_desa_pengirim", sa.String(), nullable=True),
        sa.Column("pengirim", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("ringkasan", sa.JSON(), nullable=False),
        sa.Column("akun_id", sa.Uuid(), nullable=False),
        sa.Column("pada", db.dasar.Instan(), nullable=False),
        sa.Column("dibatalkan_pada", db.dasar.Instan(), nullable=True),
        sa.Column("dibatalkan_oleh", sa.Uuid(), nullable=True),
        sa.Column("alasan_batal", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["akun_id"], ["akun.id"], name=op.f("fk_impor_akun_id_akun")),
        sa.ForeignKeyConstraint(["dibatalkan_oleh"], ["akun.id"], name=op.f("fk_impor_dibatalkan_oleh_akun")),
        sa.ForeignKeyConstraint(["kegiatan_id"], ["kegiatan.id"], name=op.f("fk_impor_kegiatan_id_kegiatan")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_impor")),
    )
    with op.batch_alter_table("impor", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_impor_kegiatan_id"), ["kegiatan_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_impor_urut"), ["urut"], unique=True)

    op.create_table(
        "jejak",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("urut", sa.Integer(), nullable=False),
        sa.Column("dibuat_pada", db.dasar.Instan(), nullable=False),
        sa.Column("diubah_pada", db.dasar.Instan(), nullable=False),
        sa.Column("versi", sa.Integer(), nullable=False),
        sa.Column("pada", db.dasar.Instan(), nullable=False),
        sa.Column("akun_id", sa.Uuid(), nullable=True),
        sa.Column("nama_akun", sa.String(), nullable=False),
        sa.Column("kantor_id", sa.Uuid(), nullable=True),
        sa.Column("aksi", sa.String(), nullable=False),
        sa.Column("objek", sa.String(), nullable=False),
        sa.Column("objek_id", sa.Uuid(), nullable=True),
        sa.Column("kegiatan_id", sa.Uuid(), nullable=True),
        sa.Column("rincian", sa.JSON(), nullable=False),
        sa.Column("rantai", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["akun_id"], ["akun.id"], name=op.f("fk_jejak_akun_id_akun")),
        sa.ForeignKeyConstraint(["kantor_id"], ["kantor.id"], name=op.f("fk_jejak_kantor_id_kantor")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_jejak")),
    )
    with op.batch_alter_table("jejak", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_jejak_aksi"), ["aksi"], unique=False)
        batch_op.create_index(batch_op.f("ix_jejak_akun_id"), ["akun_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_jejak_kegiatan_id"), ["kegiatan_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_jejak_objek_id"), ["objek_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_jejak_pada"), ["pada"], unique=False)
        batch_op.create_index(batch_op.f("ix_jejak_urut"), ["urut"], unique=True)

    op.create_table(
        "penetapan",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("urut", sa.Integer(), nullable=False),
        sa.Column("dibuat_pada", db.dasar.Instan(), nullable=False),
        sa.Column("diubah_pada", db.dasar.Instan(), nullable=False),
        sa.Column("versi", sa.Integer(), nullable=False),
        sa.Column("kegiatan_id", sa.Uuid(), nullable=False),
        sa.Column("nomor_versi", sa.Integer(), nullable=False),
        sa.Column("jenis", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("nomor", sa.String(), nullable=False),
        sa.Column("tanggal", sa.Date(), nullable=True),
        sa.Column("tentang", sa.String(), nullable=False),
        sa.Column("penandatangan", sa.String(), nullable=False),
        sa.Column("jabatan_penandatangan", sa.String(), nullable=False),
        sa.Column("jumlah_orang", sa.Integer(), nullable=False),
        sa.Column("jumlah_nominal", sa.Integer(), nullable=False),
        sa.Column("disahkan_pada", db.dasar.Instan(), nullable=True),
        sa.Column("lampiran_id", sa.Uuid(), nullable=True),
        sa.Column("catatan", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["kegiatan_id"], ["kegiatan.id"], name=op.f("fk_penetapan_kegiatan_id_kegiatan")),
        sa.ForeignKeyConstraint(["lampiran_id"], ["lampiran.id"], name=op.f("fk_penetapan_lampiran_id_lampiran")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_penetapan")),
        sa.UniqueConstraint("kegiatan_id", "nomor_versi", name=op.f("uq_penetapan_kegiatan_id_nomor_versi")),
    )
    with op.batch_alter_table("penetapan", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_penetapan_kegiatan_id"), ["kegiatan_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_penetapan_urut"), ["urut"], unique=True)

    op.create_table(
        "penugasan",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("urut", sa.Integer(), nullable=False),
        sa.Column("dibuat_pada", db.dasar.Instan(), nullable=False),
        sa.Column("diubah_pada", db.dasar.Instan(), nullable=False),
        sa.Column("versi", sa.Integer(), nullable=False),
        sa.Column("akun_id", sa.Uuid(), nullable=False),
        sa.Column("kantor_id", sa.Uuid(), nullable=False),
        sa.Column("peran", sa.String(), nullable=False),
        sa.Column("kode_wilayah", sa.String(), nullable=True),
        sa.Column("sejak", sa.Date(), nullable=False),
        sa.Column("sampai", sa.Date(), nullable=True),
        sa.Column("cara", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["akun_id"], ["akun.id"], name=op.f("fk_penugasan_akun_id_akun")),
        sa.ForeignKeyConstraint(["kantor_id"], ["kantor.id"], name=op.f("fk_penugasan_kantor_id_kantor")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_penugasan")),
    )
    with op.batch_alter_table("penugasan", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_penugasan_akun_id"), ["akun_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_penugasan_kantor_id"), ["kantor_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_penugasan_urut"), ["urut"], unique=True)

    op.create_table(
        "perjanjian",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("urut", sa.Integer(), nullable=False),
        sa.Column("dibuat_pada", db.dasar.Instan(), nullable=False),
        sa.Column("diubah_pada", db.dasar.Instan(), nullable=False),
        sa.Column("versi", sa.Integer(), nullable=False),
        sa.Column("kegiatan_id", sa.Uuid(), nullable=False),
        sa.Column("mitra_id", sa.Uuid(), nullable=False),
        sa.Column("jenis", sa.String(), nullable=False),
        sa.Column("nomor", sa.String(), nullable=False),
        sa.Column("nomor_mitra", sa.String(), nullable=False),
        sa.Column("tanggal", sa.Date(), nullable=False),
        sa.Column("tentang", sa.String(), nullable=False),
        sa.Column("lampiran_id", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(["kegiatan_id"], ["kegiatan.id"], name=op.f("fk_perjanjian_kegiatan_id_kegiatan")),
        sa.ForeignKeyConstraint(["lampiran_id"], ["lampiran.id"], name=op.f("fk_perjanjian_lampiran_id_lampiran")),
        sa.ForeignKeyConstraint(["mitra_id"], ["mitra.id"], name=op.f("fk_perjanjian_mitra_id_mitra")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_perjanjian")),
    )
    with op.batch_alter_table("perjanjian", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_perjanjian_kegiatan_id"), ["kegiatan_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_perjanjian_urut"), ["urut"], unique=True)

    op.create_table(
        "pertemuan",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("urut", sa.Integer(), nullable=False),
        sa.Column("dibuat_pada", db.dasar.Instan(), nullable=False),
        sa.Column("diubah_pada", db.dasar.Instan(), nullable=False),
        sa.Column("versi", sa.Integer(), nullable=False),
        sa.Column("kegiatan_id", sa.Uuid(), nullable=False),
        sa.Column("jenis", sa.String(), nullable=False),
        sa.Column("tanggal", sa.Date(), nullable=False),
        sa.Column("tempat", sa.String(), nullable=False),
        sa.Column("materi", sa.String(), nullable=False),
        sa.Column("kode_desa", sa.String(), nullable=True),
        sa.Column("jumlah_hadir", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["kegiatan_id"], ["kegiatan.id"], name=op.f("fk_pertemuan_kegiatan_id_kegiatan")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pertemuan")),
    )
    with op.batch_alter_table("pertemuan", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_pertemuan_kegiatan_id"), ["kegiatan_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_pertemuan_urut"), ["urut"], unique=True)

    op.create_table(
        "riwayat_identitas",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("urut", sa.Integer(), nullable=False),
        sa.Column("dibuat_pada", db.dasar.Instan(), nullable=False),
        sa.Column("diubah_pada", db.dasar.Instan(), nullable=False),
        sa.Column("versi", sa.Integer(), nullable=False),
        sa.Column("orang_id", sa.Uuid(), nullable=False),
        sa.Column("bidang", sa.String(), nullable=False),
        sa.Column("lama", sa.String(), nullable=False),
        sa.Column("baru", sa.String(), nullable=False),
        sa.Column("alasan", sa.String(), nullable=False),
        sa.Column("akun_id", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(["akun_id"], ["akun.id"], name=op.f("fk_riwayat_identitas_akun_id_akun")),
        sa.ForeignKeyConstraint(["orang_id"], ["orang.id"], name=op.f("fk_riwayat_identitas_orang_id_orang")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_riwayat_identitas")),
    )
    with op.batch_alter_table("riwayat_identitas", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_riwayat_identitas_orang_id"), ["orang_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_riwayat_identitas_urut"), ["urut"], unique=True)

    op.create_table(
        "sampel_monev",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("urut", sa.Integer(), nullable=False),
        sa.Column("dibuat_pada", db.dasar.Instan(), nullable=False),
        sa.Column("diubah_pada", db.dasar.Instan(), nullable=False),
        sa.Column("versi", sa.Integer(), nullable=False),
        sa.Column("kegiatan_id", sa.Uuid(), nullable=False),
        sa.Column("benih", sa.Integer(), nullable=False),
        sa.Column("ukuran", sa.Integer(), nullable=False),
        sa.Column("populasi", sa.Integer(), nullable=False),
        sa.Column("parameter", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["kegiatan_id"], ["kegiatan.id"], name=op.f("fk_sampel_monev_kegiatan_id_kegiatan")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sampel_monev")),
    )
    with op.batch_alter_table("sampel_monev", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_sampel_monev_kegiatan_id"), ["kegiatan_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_sampel_monev_urut"), ["urut"], unique=True)

    op.create_table(
        "surat",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("urut", sa.Integer(), nullable=False),
        sa.Column("dibuat_pada", db.dasar.Instan(), nullable=False),
        sa.Column("diubah_pada", db.dasar.Instan(), nullable=False),
        sa.Column("versi", sa.Integer(), nullable=False),
        sa.Column("kantor_id", sa.Uuid(), nullable=False),
        sa.Column("arah", sa.String(), nullable=False),
        sa.Column("nomor_agenda", sa.String(), nullable=False),
        sa.Column("nomor_surat", sa.String(), nullable=False),
        sa.Column("tanggal_surat", sa.Date(), nullable=True),
        sa.Column("tanggal_terima", sa.Date(), nullable=True),
        sa.Column("dari", sa.String(), nullable=False),
        sa.Column("kepada", sa.String(), nullable=False),
        sa.Column("perihal", sa.String(), nullable=False),
        sa.Column("sifat", sa.String(), nullable=False),
        sa.Column("jenis", sa.String(), nullable=False),
        sa.Column("rincian", sa.JSON(), nullable=False),
        sa.Column("kegiatan_id", sa.Uuid(), nullable=True),
        sa.Column("lampiran_id", sa.Uuid(), nullable=True),
        sa.Column("menggantikan_id", sa.Uuid(), nullable=True),
        sa.Column("digantikan", sa.Boolean(), nullable=False),
        sa.Column("akun_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["akun_id"], ["akun.id"], name=op.f("fk_surat_akun_id_akun")),
        sa.ForeignKeyConstraint(["kantor_id"], ["kantor.id"], name=op.f("fk_surat_kantor_id_kantor")),
        sa.ForeignKeyConstraint(["kegiatan_id"], ["kegiatan.id"], name=op.f("fk_surat_kegiatan_id_kegiatan")),
        sa.ForeignKeyConstraint(["lampiran_id"], ["lampiran.id"], name=op.f("fk_surat_lampiran_id_lampiran")),
        sa.ForeignKeyConstraint(["menggantikan_id"], ["surat.id"], name=op.f("fk_surat_menggantikan_id_surat")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_surat")),
    )
    with op.batch_alter_table("surat", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_surat_kantor_id"), ["kantor_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_surat_kegiatan_id"), ["kegiatan_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_surat_urut"), ["urut"], unique=True)

    op.create_table(
        "tahap",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("urut", sa.Integer(), nullable=False),
        sa.Column("dibuat_pada", db.dasar.Instan(), nullable=False),
        sa.Column("diubah_pada", db.dasar.Instan(), nullable=False),
        sa.Column("versi", sa.Integer(), nullable=False),
        sa.Column("kegiatan_id", sa.Uuid(), nullable=False),
        sa.Column("nomor", sa.Integer(), nullable=False),
        sa.Column("nama", sa.String(), nullable=False),
        sa.Column("nominal", sa.Integer(), nullable=True),
        sa.Column("rencana", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["kegiatan_id"], ["kegiatan.id"], name=op.f("fk_tahap_kegiatan_id_kegiatan")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tahap")),
        sa.UniqueConstraint("kegiatan_id", "nomor", name=op.f("uq_tahap_kegiatan_id_nomor")),
    )
    with op.batch_alter_table("tahap", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_tahap_kegiatan_id"), ["kegiatan_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_tahap_urut"), ["urut"], unique=True)

    op.create_table(
        "tautan_lampiran",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("urut", sa.Integer(), nullable=False),
        sa.Column("dibuat_pada", db.dasar.Instan(), nullable=False),
        sa.Column("diubah_pada", db.dasar.Instan(), nullable=False),
        sa.Column("versi", sa.Integer(), nullable=False),
        sa.Column("lampiran_id", sa.Uuid(), nullable=False),
        sa.Column("objek", sa.String(), nullable=False),
        sa.Column("objek_id", sa.Uuid(), nullable=False),
        sa.Column("kegiatan_id", sa.Uuid(), nullable=True),
        sa.Column("keterangan", sa.String(), nullable=False),
        sa.Column("kode_desa", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["kegiatan_id"], ["kegiatan.id"], name=op.f("fk_tautan_lampiran_kegiatan_id_kegiatan")),
        sa.ForeignKeyConstraint(["lampiran_id"], ["lampiran.id"], name=op.f("fk_tautan_lampiran_lampiran_id_lampiran")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tautan_lampiran")),
    )
    with op.batch_alter_table("tautan_lampiran", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_tautan_lampiran_kegiatan_id"), ["kegiatan_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_tautan_lampiran_lampiran_id"), ["lampiran_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_tautan_lampiran_objek_id"), ["objek_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_tautan_lampiran_urut"), ["urut"], unique=True)

    op.create_table(
        "wilayah_kegiatan",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("urut", sa.Integer(), nullable=False),
        sa.Column("dibuat_pada", db.dasar.Instan(), nullable=False),
        sa.Column("diubah_pada", db.dasar.Instan(), nullable=False),
        sa.Column("versi", sa.Integer(), nullable=False),
        sa.Column("kegiatan_id", sa.Uuid(), nullable=False),
        sa.Column("kode_desa", sa.String(), nullable=False),
        sa.Column("kuota", sa.Integer(), nullable=True),
        sa.Column("catatan", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["kegiatan_id"], ["kegiatan.id"], name=op.f("fk_wilayah_kegiatan_kegiatan_id_kegiatan")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_wilayah_kegiatan")),
        sa.UniqueConstraint("kegiatan_id", "kode_desa", name=op.f("uq_wilayah_kegiatan_kegiatan_id_kode_desa")),
    )
    with op.batch_alter_table("wilayah_kegiatan", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_wilayah_kegiatan_kegiatan_id"), ["kegiatan_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_wilayah_kegiatan_urut"), ["urut"], unique=True)

    op.create_table(
        "berkas_impor",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("urut", sa.Integer(), nullable=False),
        sa.Column("dibuat_pada", db.dasar.Instan(), nullable=False),
        sa.Column("diubah_pada", db.dasar.Instan(), nullable=False),
        sa.Column("versi", sa.Integer(), nullable=False),
        sa.Column("impor_id", sa.Uuid(), nullable=False),
        sa.Column("nama", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("ukuran", sa.Integer(), nullable=False),
        sa.Column("format", sa.String(), nullable=False),
        sa.Column("lembar", sa.JSON(), nullable=False),
        sa.Column("pemetaan", sa.JSON(), nullable=False),
        sa.Column("dilewati", sa.JSON(), nullable=False),
        sa.Column("lampiran_id", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(["impor_id"], ["impor.id"], name=op.f("fk_berkas_impor_impor_id_impor")),
        sa.ForeignKeyConstraint(["lampiran_id"], ["lampiran.id"], name=op.f("fk_berkas_impor_lampiran_id_lampiran")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_berkas_impor")),
    )
    with op.batch_alter_table("berkas_impor", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_berkas_impor_impor_id"), ["impor_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_berkas_impor_sha256"), ["sha256"], unique=False)
        batch_op.create_index(batch_op.f("ix_berkas_impor_urut"), ["urut"], unique=True)

    op.create_table(
        "daftar_acuan",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("urut", sa.Integer(), nullable=False),
        sa.Column("dibuat_pada", db.dasar.Instan(), nullable=False),
        sa.Column("diubah_pada", db.dasar.Instan(), nullable=False),
        sa.Column("versi", sa.Integer(), nullable=False),
        sa.Column("jenis", sa.String(), nullable=False),
        sa.Column("nama", sa.String(), nullable=False),
        sa.Column("tanggal", sa.Date(), nullable=False),
        sa.Column("impor_id", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(["impor_id"], ["impor.id"], name=op.f("fk_daftar_acuan_impor_id_impor")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_daftar_acuan")),
    )
    with op.batch_alter_table("daftar_acuan", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_daftar_acuan_urut"), ["urut"], unique=True)

    op.create_table(
        "disposisi",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("urut", sa.Integer(), nullable=False),
        sa.Column("dibuat_pada", db.dasar.Instan(), nullable=False),
        sa.Column("diubah_pada", db.dasar.Instan(), nullable=False),
        sa.Column("versi", sa.Integer(), nullable=False),
        sa.Column("surat_id", sa.Uuid(), nullable=False),
        sa.Column("kegiatan_id", sa.Uuid(), nullable=True),
        sa.Column("dari", sa.String(), nullable=False),
        sa.Column("kepada", sa.String(), nullable=False),
        sa.Column("instruksi", sa.String(), nullable=False),
        sa.Column("catatan", sa.String(), nullable=False),
        sa.Column("batas", sa.Date(), nullable=True),
        sa.Column("tanggal", sa.Date(), nullable=False),
        sa.Column("diparaf", sa.Boolean(), nullable=False),
        sa.Column("akun_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["akun_id"], ["akun.id"], name=op.f("fk_disposisi_akun_id_akun")),
        sa.ForeignKeyConstraint(["kegiatan_id"], ["kegiatan.id"], name=op.f("fk_disposisi_kegiatan_id_kegiatan")),
        sa.ForeignKeyConstraint(["surat_id"], ["surat.id"], name=op.f("fk_disposisi_surat_id_surat")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_disposisi")),
    )
    with op.batch_alter_table("disposisi", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_disposisi_kegiatan_id"), ["kegiatan_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_disposisi_surat_id"), ["surat_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_disposisi_urut"), ["urut"], unique=True)

    op.create_table(
        "dokumen",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("urut", sa.Integer(), nullable=False),
        sa.Column("dibuat_pada", db.dasar.Instan(), nullable=False),
        sa.Column("diubah_pada", db.dasar.Instan(), nullable=False),
        sa.Column("versi", sa.Integer(), nullable=False),
        sa.Column("kantor_id", sa.Uuid(), nullable=False),
        sa.Column("kegiatan_id", sa.Uuid(), nullable=True),
        sa.Column("kode", sa.String(), nullable=False),
        sa.Column("judul", sa.String(), nullable=False),
        sa.Column("nomor", sa.String(), nullable=False),
        sa.Column("tanggal", sa.Date(), nullable=False),
        sa.Column("penandatangan", sa.String(), nullable=False),
        sa.Column("jabatan_penandatangan", sa.String(), nullable=False),
        sa.Column("kode_desa", sa.String(), nullable=True),
        sa.Column("tahap_id", sa.Uuid(), nullable=True),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("nama_berkas", sa.String(), nullable=False),
        sa.Column("jumlah_orang", sa.Integer(), nullable=True),
        sa.Column("jumlah_nominal", sa.Integer(), nullable=True),
        sa.Column("parameter", sa.JSON(), nullable=False),
        sa.Column("akun_id", sa.Uuid(), nullable=False),
        sa.Column("pada", db.dasar.Instan(), nullable=False),
        sa.ForeignKeyConstraint(["akun_id"], ["akun.id"], name=op.f("fk_dokumen_akun_id_akun")),
        sa.ForeignKeyConstraint(["kantor_id"], ["kantor.id"], name=op.f("fk_dokumen_kantor_id_kantor")),
        sa.ForeignKeyConstraint(["kegiatan_id"], ["kegiatan.id"], name=op.f("fk_dokumen_kegiatan_id_kegiatan")),
        sa.ForeignKeyConstraint(["tahap_id"], ["tahap.id"], name=op.f("fk_dokumen_tahap_id_tahap")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dokumen")),
    )
    with op.batch_alter_table("dokumen", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_dokumen_kantor_id"), ["kantor_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_dokumen_kegiatan_id"), ["kegiatan_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_dokumen_kode"), ["kode"], unique=False)
        batch_op.create_index(batch_op.f("ix_dokumen_urut"), ["urut"], unique=True)

    op.create_table(
        "jadwal_penyaluran",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("urut", sa.Integer(), nullable=False),
        sa.Column("dibuat_pada", db.dasar.Instan(), nullable=False),
        sa.Column("diubah_pada", db.dasar.Instan(), nullable=False),
        sa.Column("versi", sa.Integer(), nullable=False),
        sa.Column("kegiatan_id", sa.Uuid(), nullable=False),
        sa.Column("tahap_id", sa.Uuid(), nullable=False),
        sa.Column("kode_desa", sa.String(), nullable=False),
        sa.Column("tanggal", sa.Date(), nullable=False),
        sa.Column("jam", sa.String(), nullable=False),
        sa.Column("tempat", sa.String(), nullable=False),
        sa.Column("metode", sa.String(), nullable=False),
        sa.Column("petugas", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["kegiatan_id"], ["kegiatan.id"], name=op.f("fk_jadwal_penyaluran_kegiatan_id_kegiatan")
        ),
        sa.ForeignKeyConstraint(["tahap_id"], ["tahap.id"], name=op.f("fk_jadwal_penyaluran_tahap_id_tahap")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_jadwal_penyaluran")),
    )
    with op.batch_alter_table("jadwal_penyaluran", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_jadwal_penyaluran_kegiatan_id"), ["kegiatan_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_jadwal_penyaluran_urut"), ["urut"], unique=True)

    op.create_table(
        "pencairan",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("urut", sa.Integer(), nullable=False),
        sa.Column("dibuat_pada", db.dasar.Instan(), nullable=False),
        sa.Column("diubah_pada", db.dasar.Instan(), nullable=False),
        sa.Column("versi", sa.Integer(), nullable=False),
        sa.Column("kegiatan_id", sa.Uuid(), nullable=False),
        sa.Column("tahap_id", sa.Uuid(), nullable=False),
        sa.Column("jenis", sa.String(), nullable=False),
        sa.Column("nomor_spm", sa.String(), nullable=False),
        sa.Column("nomor_sp2d", sa.String(), nullable=False),
        sa.Column("tanggal", sa.Date(), nullable=False),
        sa.Column("nilai", sa.Integer(), nullable=False),
        sa.Column("alasan_selisih", sa.String(), nullable=False),
        sa.Column("lampiran_id", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(["kegiatan_id"], ["kegiatan.id"], name=op.f("fk_pencairan_kegiatan_id_kegiatan")),
        sa.ForeignKeyConstraint(["lampiran_id"], ["lampiran.id"], name=op.f("fk_pencairan_lampiran_id_lampiran")),
        sa.ForeignKeyConstraint(["tahap_id"], ["tahap.id"], name=op.f("fk_pencairan_tahap_id_tahap")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pencairan")),
    )
    with op.batch_alter_table("pencairan", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_pencairan_kegiatan_id"), ["kegiatan_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_pencairan_tahap_id"), ["tahap_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_pencairan_urut"), ["urut"], unique=True)

    op.create_table(
        "setoran",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("urut", sa.Integer(), nullable=False),
        sa.Column("dibuat_pada", db.dasar.Instan(), nullable=False),
        sa.Column("diubah_pada", db.dasar.Instan(), nullable=False),
        sa.Column("versi", sa.Integer(), nullable=False),
        sa.Column("kegiatan_id", sa.Uuid(), nullable=False),
        sa.Column("tahap_id", sa.Uuid(), nullable=False),
        sa.Column("nomor", sa.String(), nullable=False),
        sa.Column("tanggal", sa.Date(), nullable=False),
        sa.Column("nilai", sa.Integer(), nullable=False),
        sa.Column("alasan", sa.String(), nullable=False),
        sa.Column("lampiran_id", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(["kegiatan_id"], ["kegiatan.id"], name=op.f("fk_setoran_kegiatan_id_kegiatan")),
        sa.ForeignKeyConstraint(["lampiran_id"], ["lampiran.id"], name=op.f("fk_setoran_lampiran_id_lampiran")),
        sa.ForeignKeyConstraint(["tahap_id"], ["tahap.id"], name=op.f("fk_setoran_tahap_id_tahap")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_setoran")),
    )
    with op.batch_alter_table("setoran", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_setoran_kegiatan_id"), ["kegiatan_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_setoran_tahap_id"), ["tahap_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_setoran_urut"), ["urut"], unique=True)

    op.create_table(
        "usulan",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("urut", sa.Integer(), nullable=False),
        sa.Column("dibuat_pada", db.dasar.Instan(), nullable=False),
        sa.Column("diubah_pada", db.dasar.Instan(), nullable=False),
        sa.Column("versi", sa.Integer(), nullable=False),
        sa.Column("kegiatan_id", sa.Uuid(), nullable=False),
        sa.Column("orang_id", sa.Uuid(), nullable=False),
        sa.Column("impor_id", sa.Uuid(), nullable=True),
        sa.Column("kode_desa", sa.String(), nullable=True),
        sa.Column("kategori", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("wali_id", sa.Uuid(), nullable=True),
        sa.Column("nominal", sa.Integer(), nullable=True),
        sa.Column("keterangan", sa.String(), nullable=False),
        sa.Column("alasan", sa.String(), nullable=False),
        sa.Column("nomor_register", sa.String(), nullable=False),
        sa.Column("asal_usulan_id", sa.Uuid(), nullable=True),
        sa.Column("perlu_periksa", sa.Boolean(), nullable=False),
        sa.Column("data", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["asal_usulan_id"], ["usulan.id"], name=op.f("fk_usulan_asal_usulan_id_usulan")),
        sa.ForeignKeyConstraint(["impor_id"], ["impor.id"], name=op.f("fk_usulan_impor_id_impor")),
        sa.ForeignKeyConstraint(["kegiatan_id"], ["kegiatan.id"], name=op.f("fk_usulan_kegiatan_id_kegiatan")),
        sa.ForeignKeyConstraint(["orang_id"], ["orang.id"], name=op.f("fk_usulan_orang_id_orang")),
        sa.ForeignKeyConstraint(["wali_id"], ["wali.id"], name=op.f("fk_usulan_wali_id_wali")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_usulan")),
    )
    with op.batch_alter_table("usulan", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_usulan_impor_id"), ["impor_id"], unique=False)
        batch_op.create_index("ix_usulan_kegiatan_desa", ["kegiatan_id", "kode_desa"], unique=False)
        batch_op.create_index(batch_op.f("ix_usulan_kegiatan_id"), ["kegiatan_id"], unique=False)
        batch_op.create_index("ix_usulan_kegiatan_status", ["kegiatan_id", "status"], unique=False)
        batch_op.create_index(batch_op.f("ix_usulan_orang_id"), ["orang_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_usulan_urut"), ["urut"], unique=True)

    op.create_table(
        "baris_acuan",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("urut", sa.Integer(), nullable=False),
        sa.Column("dibuat_pada", db.dasar.Instan(), nullable=False),
        sa.Column("diubah_pada", db.dasar.Instan(), nullable=False),
        sa.Column("versi", sa.Integer(), nullable=False),
        sa.Column("daftar_id", sa.Uuid(), nullable=False),
        sa.Column("nomor", sa.Integer(), nullable=False),
        sa.Column("nik", sa.String(), nullable=True),
        sa.Column("no_kk", sa.String(), nullable=True),
        sa.Column("nama", sa.String(), nullable=False),
        sa.Column("desil", sa.Integer(), nullable=True),
        sa.Column("data", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["daftar_id"], ["daftar_acuan.id"], name=op.f("fk_baris_acuan_daftar_id_daftar_acuan")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_baris_acuan")),
        sa.UniqueConstraint("daftar_id", "nomor", name=op.f("uq_baris_acuan_daftar_id_nomor")),
    )
    with op.batch_alter_table("baris_acuan", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_baris_acuan_daftar_id"), ["daftar_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_baris_acuan_nik"), ["nik"], unique=False)
        batch_op.create_index(batch_op.f("ix_baris_acuan_no_kk"), ["no_kk"], unique=False)
        batch_op.create_index(batch_op.f("ix_baris_acuan_urut"), ["urut"], unique=True)

    op.create_table(
        "baris_usulan",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("urut", sa.Integer(), nullable=False),
        sa.Column("dibuat_pada", db.dasar.Instan(), nullable=False),
        sa.Column("diubah_pada", db.dasar.Instan(), nullable=False),
        sa.Column("versi", sa.Integer(), nullable=False),
        sa.Column("impor_id", sa.Uuid(), nullable=False),
        sa.Column("berkas_id", sa.Uuid(), nullable=False),
        sa.Column("lembar", sa.String(), nullable=False),
        sa.Column("baris", sa.Integer(), nullable=False),
        sa.Column("asli", sa.JSON(), nullable=False),
        sa.Column("bersih", sa.JSON(), nullable=False),
        sa.Column("nasib", sa.String(), nullable=False),
        sa.Column("usulan_id", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(
            ["berkas_id"], ["berkas_impor.id"], name=op.f("fk_baris_usulan_berkas_id_berkas_impor")
        ),
        sa.ForeignKeyConstraint(["impor_id"], ["impor.id"], name=op.f("fk_baris_usulan_impor_id_impor")),
        sa.ForeignKeyConstraint(["usulan_id"], ["usulan.id"], name=op.f("fk_baris_usulan_usulan_id_usulan")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_baris_usulan")),
    )
    with op.batch_alter_table("baris_usulan", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_baris_usulan_impor_id"), ["impor_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_baris_usulan_urut"), ["urut"], unique=True)
        batch_op.create_index(batch_op.f("ix_baris_usulan_usulan_id"), ["usulan_id"], unique=False)

    op.create_table(
        "pelaksanaan_langkah",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("urut", sa.Integer(), nullable=False),
        sa.Column("dibuat_pada", db.dasar.Instan(), nullable=False),
        sa.Column("diubah_pada", db.dasar.Instan(), nullable=False),
        sa.Column("versi", sa.Integer(), nullable=False),
        sa.Column("kegiatan_id", sa.Uuid(), nullable=False),
        sa.Column("langkah", sa.Integer(), nullable=False),
        sa.Column("putaran", sa.Integer(), nullable=False),
        sa.Column("usulan_id", sa.Uuid(), nullable=True),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("mulai_pada", db.dasar.Instan(), nullable=True),
        sa.Column("batas_pada", db.dasar.Instan(), nullable=True),
        sa.Column("selesai_pada", db.dasar.Instan(), nullable=True),
        sa.Column("tanggal_selesai", sa.Date(), nullable=True),
        sa.Column("oleh_akun_id", sa.Uuid(), nullable=True),
        sa.Column("keputusan", sa.String(), nullable=True),
        sa.Column("hasil", sa.String(), nullable=False),
        sa.Column("alasan", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["kegiatan_id"], ["kegiatan.id"], name=op.f("fk_pelaksanaan_langkah_kegiatan_id_kegiatan")
        ),
        sa.ForeignKeyConstraint(["oleh_akun_id"], ["akun.id"], name=op.f("fk_pelaksanaan_langkah_oleh_akun_id_akun")),
        sa.ForeignKeyConstraint(["usulan_id"], ["usulan.id"], name=op.f("fk_pelaksanaan_langkah_usulan_id_usulan")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pelaksanaan_langkah")),
        sa.UniqueConstraint(
            "kegiatan_id",
            "langkah",
            "putaran",
            "usulan_id",
            name=op.f("uq_pelaksanaan_langkah_kegiatan_id_langkah_putaran_usulan_id"),
        ),
    )
    with op.batch_alter_table("pelaksanaan_langkah", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_pelaksanaan_langkah_kegiatan_id"), ["kegiatan_id"], unique=False)
        batch_op.create_index("ix_pelaksanaan_langkah_meja", ["status", "kegiatan_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_pelaksanaan_langkah_urut"), ["urut"], unique=True)
        batch_op.create_index(batch_op.f("ix_pelaksanaan_langkah_usulan_id"), ["usulan_id"], unique=False)
        batch_op.create_index(
            "uq_pelaksanaan_langkah_kegiatan",
            ["kegiatan_id", "langkah", "putaran"],
            unique=True,
            sqlite_where=sa.text("usulan_id IS NULL"),
            postgresql_where=sa.text("usulan_id IS NULL"),
        )

    op.create_table(
        "penerima",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("urut", sa.Integer(), nullable=False),
        sa.Column("dibuat_pada", db.dasar.Instan(), nullable=False),
        sa.Column("diubah_pada", db.dasar.Instan(), nullable=False),
        sa.Column("versi", sa.Integer(), nullable=False),
        sa.Column("penetapan_id", sa.Uuid(), nullable=False),
        sa.Column("kegiatan_id", sa.Uuid(), nullable=False),
        sa.Column("usulan_id", sa.Uuid(), nullable=True),
        sa.Column("orang_id", sa.Uuid(), nullable=False),
        sa.Column("nomor_urut", sa.Integer(), nullable=False),
        sa.Column("nama", sa.String(), nullable=False),
        sa.Column("nik", sa.String(), nullable=True),
        sa.Column("no_kk", sa.String(), nullable=True),
        sa.Column("alamat", sa.String(), nullable=False),
        sa.Column("kode_desa", sa.String(), nullable=True),
        sa.Column("kategori", sa.String(), nullable=False),
        sa.Column("nominal", sa.Integer(), nullable=True),
        sa.Column("data", sa.JSON(), nullable=False),
        sa.Column("pengecualian", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["kegiatan_id"], ["kegiatan.id"], name=op.f("fk_penerima_kegiatan_id_kegiatan")),
        sa.ForeignKeyConstraint(["orang_id"], ["orang.id"], name=op.f("fk_penerima_orang_id_orang")),
        sa.ForeignKeyConstraint(["penetapan_id"], ["penetapan.id"], name=op.f("fk_penerima_penetapan_id_penetapan")),
        sa.ForeignKeyConstraint(["usulan_id"], ["usulan.id"], name=op.f("fk_penerima_usulan_id_usulan")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_penerima")),
        sa.UniqueConstraint("penetapan_id", "nomor_urut", name=op.f("uq_penerima_penetapan_id_nomor_urut")),
        sa.UniqueConstraint("penetapan_id", "orang_id", name=op.f("uq_penerima_penetapan_id_orang_id")),
    )
    with op.batch_alter_table("penerima", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_penerima_kegiatan_id"), ["kegiatan_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_penerima_kode_desa"), ["kode_desa"], unique=False)
        batch_op.create_index(batch_op.f("ix_penerima_orang_id"), ["orang_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_penerima_penetapan_id"), ["penetapan_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_penerima_urut"), ["urut"], unique=True)
        batch_op.create_index(batch_op.f("ix_penerima_usulan_id"), ["usulan_id"], unique=False)

    op.create_table(
        "register_pelayanan",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("urut", sa.Integer(), nullable=False),
        sa.Column("dibuat_pada", db.dasar.Instan(), nullable=False),
        sa.Column("diubah_pada", db.dasar.Instan(), nullable=False),
        sa.Column("versi", sa.Integer(), nullable=False),
        sa.Column("kantor_id", sa.Uuid(), nullable=False),
        sa.Column("nomor", sa.String(), nullable=False),
        sa.Column("tanggal", sa.Date(), nullable=False),
        sa.Column("orang_id", sa.Uuid(), nullable=True),
        sa.Column("nama", sa.String(), nullable=False),
        sa.Column("keperluan", sa.String(), nullable=False),
        sa.Column("kegiatan_id", sa.Uuid(), nullable=True),
        sa.Column("usulan_id", sa.Uuid(), nullable=True),
        sa.Column("keterangan", sa.String(), nullable=False),
        sa.Column("akun_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["akun_id"], ["akun.id"], name=op.f("fk_register_pelayanan_akun_id_akun")),
        sa.ForeignKeyConstraint(["kantor_id"], ["kantor.id"], name=op.f("fk_register_pelayanan_kantor_id_kantor")),
        sa.ForeignKeyConstraint(
            ["kegiatan_id"], ["kegiatan.id"], name=op.f("fk_register_pelayanan_kegiatan_id_kegiatan")
        ),
        sa.ForeignKeyConstraint(["orang_id"], ["orang.id"], name=op.f("fk_register_pelayanan_orang_id_orang")),
        sa.ForeignKeyConstraint(["usulan_id"], ["usulan.id"], name=op.f("fk_register_pelayanan_usulan_id_usulan")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_register_pelayanan")),
        sa.UniqueConstraint("kantor_id", "nomor", name=op.f("uq_register_pelayanan_kantor_id_nomor")),
    )
    with op.batch_alter_table("register_pelayanan", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_register_pelayanan_kantor_id"), ["kantor_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_register_pelayanan_kegiatan_id"), ["kegiatan_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_register_pelayanan_orang_id"), ["orang_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_register_pelayanan_urut"), ["urut"], unique=True)
        batch_op.create_index(batch_op.f("ix_register_pelayanan_usulan_id"), ["usulan_id"], unique=False)

    op.create_table(
        "verifikasi",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("urut", sa.Integer(), nullable=False),
        sa.Column("dibuat_pada", db.dasar.Instan(), nullable=False),
        sa.Column("diubah_pada", db.dasar.Instan(), nullable=False),
        sa.Column("versi", sa.Integer(), nullable=False),
        sa.Column("usulan_id", sa.Uuid(), nullable=False),
        sa.Column("kegiatan_id", sa.Uuid(), nullable=False),
        sa.Column("hasil", sa.String(), nullable=False),
        sa.Column("alasan_kode", sa.String(), nullable=False),
        sa.Column("alasan", sa.String(), nullable=False),
        sa.Column("tanggal", sa.Date(), nullable=False),
        sa.Column("petugas", sa.String(), nullable=False),
        sa.Column("cara", sa.String(), nullable=False),
        sa.Column("formulir", sa.JSON(), nullable=False),
        sa.Column("akun_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["akun_id"], ["akun.id"], name=op.f("fk_verifikasi_akun_id_akun")),
        sa.ForeignKeyConstraint(["kegiatan_id"], ["kegiatan.id"], name=op.f("fk_verifikasi_kegiatan_id_kegiatan")),
        sa.ForeignKeyConstraint(["usulan_id"], ["usulan.id"], name=op.f("fk_verifikasi_usulan_id_usulan")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_verifikasi")),
    )
    with op.batch_alter_table("verifikasi", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_verifikasi_kegiatan_id"), ["kegiatan_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_verifikasi_urut"), ["urut"], unique=True)
        batch_op.create_index(batch_op.f("ix_verifikasi_usulan_id"), ["usulan_id"], unique=False)

    op.create_table(
        "alokasi",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("urut", sa.Integer(), nullable=False),
        sa.Column("dibuat_pada", db.dasar.Instan(), nullable=False),
        sa.Column("diubah_pada", db.dasar.Instan(), nullable=False),
        sa.Column("versi", sa.Integer(), nullable=False),
        sa.Column("kegiatan_id", sa.Uuid(), nullable=False),
        sa.Column("penerima_id", sa.Uuid(), nullable=False),
        sa.Column("tahap_id", sa.Uuid(), nullable=False),
        sa.Column("nominal", sa.Integer(), nullable=True),
        sa.Column("batal", sa.Boolean(), nullable=False),
        sa.Column("alasan_batal", sa.String(), nullable=False),
        sa.CheckConstraint("nominal IS NULL OR nominal >= 0", name=op.f("ck_alokasi_nominal_positif")),
        sa.ForeignKeyConstraint(["kegiatan_id"], ["kegiatan.id"], name=op.f("fk_alokasi_kegiatan_id_kegiatan")),
        sa.ForeignKeyConstraint(["penerima_id"], ["penerima.id"], name=op.f("fk_alokasi_penerima_id_penerima")),
        sa.ForeignKeyConstraint(["tahap_id"], ["tahap.id"], name=op.f("fk_alokasi_tahap_id_tahap")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_alokasi")),
        sa.UniqueConstraint("penerima_id", "tahap_id", name=op.f("uq_alokasi_penerima_id_tahap_id")),
    )
    with op.batch_alter_table("alokasi", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_alokasi_kegiatan_id"), ["kegiatan_id"], unique=False)
        batch_op.create_index("ix_alokasi_kegiatan_tahap", ["kegiatan_id", "tahap_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_alokasi_penerima_id"), ["penerima_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_alokasi_tahap_id"), ["tahap_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_alokasi_urut"), ["urut"], unique=True)

    op.create_table(
        "hasil_periksa",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("urut", sa.Integer(), nullable=False),
        sa.Column("dibuat_pada", db.dasar.Instan(), nullable=False),
        sa.Column("diubah_pada", db.dasar.Instan(), nullable=False),
        sa.Column("versi", sa.Integer(), nullable=False),
        sa.Column("baris_id", sa.Uuid(), nullable=False),
        sa.Column("impor_id", sa.Uuid(), nullable=False),
        sa.Column("kolom", sa.String(), nullable=False),
        sa.Column("bidang", sa.String(), nullable=False),
        sa.Column("kode", sa.String(), nullable=False),
        sa.Column("tingkat", sa.String(), nullable=False),
        sa.Column("fakta", sa.JSON(), nullable=False),
        sa.Column("saran", sa.String(), nullable=False),
        sa.Column("selesai", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["baris_id"], ["baris_usulan.id"], name=op.f("fk_hasil_periksa_baris_id_baris_usulan")),
        sa.ForeignKeyConstraint(["impor_id"], ["impor.id"], name=op.f("fk_hasil_periksa_impor_id_impor")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hasil_periksa")),
    )
    with op.batch_alter_table("hasil_periksa", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_hasil_periksa_baris_id"), ["baris_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_hasil_periksa_impor_id"), ["impor_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_hasil_periksa_urut"), ["urut"], unique=True)

    op.create_table(
        "kehadiran",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("urut", sa.Integer(), nullable=False),
        sa.Column("dibuat_pada", db.dasar.Instan(), nullable=False),
        sa.Column("diubah_pada", db.dasar.Instan(), nullable=False),
        sa.Column("versi", sa.Integer(), nullable=False),
        sa.Column("pertemuan_id", sa.Uuid(), nullable=False),
        sa.Column("penerima_id", sa.Uuid(), nullable=True),
        sa.Column("nama", sa.String(), nullable=False),
        sa.Column("hadir", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["penerima_id"], ["penerima.id"], name=op.f("fk_kehadiran_penerima_id_penerima")),
        sa.ForeignKeyConstraint(["pertemuan_id"], ["pertemuan.id"], name=op.f("fk_kehadiran_pertemuan_id_pertemuan")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_kehadiran")),
        sa.UniqueConstraint("pertemuan_id", "penerima_id", name=op.f("uq_kehadiran_pertemuan_id_penerima_id")),
    )
    with op.batch_alter_table("kehadiran", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_kehadiran_penerima_id"), ["penerima_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_kehadiran_pertemuan_id"), ["pertemuan_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_kehadiran_urut"), ["urut"], unique=True)

    op.create_table(
        "kelengkapan",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("urut", sa.Integer(), nullable=False),
        sa.Column("dibuat_pada", db.dasar.Instan(), nullable=False),
        sa.Column("diubah_pada", db.dasar.Instan(), nullable=False),
        sa.Column("versi", sa.Integer(), nullable=False),
        sa.Column("pelaksanaan_id", sa.Uuid(), nullable=False),
        sa.Column("kode", sa.String(), nullable=False),
        sa.Column("nama", sa.String(), nullable=False),
        sa.Column("sifat", sa.String(), nullable=False),
        sa.Column("kode_desa", sa.String(), nullable=True),
        sa.Column("tahap_id", sa.Uuid(), nullable=True),
        sa.Column("usulan_id", sa.Uuid(), nullable=True),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("fisik", sa.Boolean(), nullable=False),
        sa.Column("pilihan", sa.String(), nullable=False),
        sa.Column("lampiran_id", sa.Uuid(), nullable=True),
        sa.Column("alasan", sa.String(), nullable=False),
        sa.Column("oleh_akun_id", sa.Uuid(), nullable=True),
        sa.Column("pada", db.dasar.Instan(), nullable=True),
        sa.ForeignKeyConstraint(["lampiran_id"], ["lampiran.id"], name=op.f("fk_kelengkapan_lampiran_id_lampiran")),
        sa.ForeignKeyConstraint(["oleh_akun_id"], ["akun.id"], name=op.f("fk_kelengkapan_oleh_akun_id_akun")),
        sa.ForeignKeyConstraint(
            ["pelaksanaan_id"],
            ["pelaksanaan_langkah.id"],
            name=op.f("fk_kelengkapan_pelaksanaan_id_pelaksanaan_langkah"),
        ),
        sa.ForeignKeyConstraint(["tahap_id"], ["tahap.id"], name=op.f("fk_kelengkapan_tahap_id_tahap")),
        sa.ForeignKeyConstraint(["usulan_id"], ["usulan.id"], name=op.f("fk_kelengkapan_usulan_id_usulan")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_kelengkapan")),
    )
    with op.batch_alter_table("kelengkapan", schema=None) as batch_op:
        batch_op.create_index("ix_kelengkapan_langkah", ["pelaksanaan_id", "kode"], unique=False)
        batch_op.create_index(batch_op.f("ix_kelengkapan_pelaksanaan_id"), ["pelaksanaan_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_kelengkapan_urut"), ["urut"], unique=True)
        batch_op.create_index(batch_op.f("ix_kelengkapan_usulan_id"), ["usulan_id"], unique=False)

    op.create_table(
        "kemiripan",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("urut", sa.Integer(), nullable=False),
        sa.Column("dibuat_pada", db.dasar.Instan(), nullable=False),
        sa.Column("diubah_pada", db.dasar.Instan(), nullable=False),
        sa.Column("versi", sa.Integer(), nullable=False),
        sa.Column("baris_id", sa.Uuid(), nullable=True),
        sa.Column("orang_a_id", sa.Uuid(), nullable=False),
        sa.Column("orang_b_id", sa.Uuid(), nullable=False),
        sa.Column("skor", sa.Integer(), nullable=False),
        sa.Column("alasan", sa.JSON(), nullable=False),
        sa.Column("putusan", sa.String(), nullable=False),
        sa.Column("oleh_akun_id", sa.Uuid(), nullable=True),
        sa.Column("pada", db.dasar.Instan(), nullable=True),
        sa.ForeignKeyConstraint(["baris_id"], ["baris_usulan.id"], name=op.f("fk_kemiripan_baris_id_baris_usulan")),
        sa.ForeignKeyConstraint(["oleh_akun_id"], ["akun.id"], name=op.f("fk_kemiripan_oleh_akun_id_akun")),
        sa.ForeignKeyConstraint(["orang_a_id"], ["orang.id"], name=op.f("fk_kemiripan_orang_a_id_orang")),
        sa.ForeignKeyConstraint(["orang_b_id"], ["orang.id"], name=op.f("fk_kemiripan_orang_b_id_orang")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_kemiripan")),
    )
    with op.batch_alter_table("kemiripan", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_kemiripan_baris_id"), ["baris_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_kemiripan_orang_a_id"), ["orang_a_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_kemiripan_orang_b_id"), ["orang_b_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_kemiripan_urut"), ["urut"], unique=True)

    op.create_table(
        "kunjungan_monev",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("urut", sa.Integer(), nullable=False),
        sa.Column("dibuat_pada", db.dasar.Instan(), nullable=False),
        sa.Column("diubah_pada", db.dasar.Instan(), nullable=False),
        sa.Column("versi", sa.Integer(), nullable=False),
        sa.Column("kegiatan_id", sa.Uuid(), nullable=False),
        sa.Column("penerima_id", sa.Uuid(), nullable=False),
        sa.Column("sampel_id", sa.Uuid(), nullable=True),
        sa.Column("tanggal", sa.Date(), nullable=False),
        sa.Column("petugas", sa.String(), nullable=False),
        sa.Column("ditemui", sa.Boolean(), nullable=False),
        sa.Column("menerima", sa.Boolean(), nullable=True),
        sa.Column("jumlah_sesuai", sa.Boolean(), nullable=True),
        sa.Column("pemanfaatan", sa.String(), nullable=False),
        sa.Column("kendala", sa.String(), nullable=False),
        sa.Column("tindak_lanjut", sa.String(), nullable=False),
        sa.Column("instrumen", sa.JSON(), nullable=False),
        sa.Column("lampiran_id", sa.Uuid(), nullable=True),
        sa.Column("akun_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["akun_id"], ["akun.id"], name=op.f("fk_kunjungan_monev_akun_id_akun")),
        sa.ForeignKeyConstraint(["kegiatan_id"], ["kegiatan.id"], name=op.f("fk_kunjungan_monev_kegiatan_id_kegiatan")),
        sa.ForeignKeyConstraint(["lampiran_id"], ["lampiran.id"], name=op.f("fk_kunjungan_monev_lampiran_id_lampiran")),
        sa.ForeignKeyConstraint(["penerima_id"], ["penerima.id"], name=op.f("fk_kunjungan_monev_penerima_id_penerima")),
        sa.ForeignKeyConstraint(
            ["sampel_id"], ["sampel_monev.id"], name=op.f("fk_kunjungan_monev_sampel_id_sampel_monev")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_kunjungan_monev")),
    )
    with op.batch_alter_table("kunjungan_monev", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_kunjungan_monev_kegiatan_id"), ["kegiatan_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_kunjungan_monev_penerima_id"), ["penerima_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_kunjungan_monev_urut"), ["urut"], unique=True)

    op.create_table(
        "pengaduan",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("urut", sa.Integer(), nullable=False),
        sa.Column("dibuat_pada", db.dasar.Instan(), nullable=False),
        sa.Column("diubah_pada", db.dasar.Instan(), nullable=False),
        sa.Column("versi", sa.Integer(), nullable=False),
        sa.Column("kegiatan_id", sa.Uuid(), nullable=True),
        sa.Column("penerima_id", sa.Uuid(), nullable=True),
        sa.Column("pelapor", sa.String(), nullable=False),
        sa.Column("tanggal", sa.Date(), nullable=False),
        sa.Column("isi", sa.String(), nullable=False),
        sa.Column("batas", sa.Date(), nullable=True),
        sa.Column("jawaban", sa.String(), nullable=False),
        sa.Column("dijawab_pada", sa.Date(), nullable=True),
        sa.Column("akun_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["akun_id"], ["akun.id"], name=op.f("fk_pengaduan_akun_id_akun")),
        sa.ForeignKeyConstraint(["kegiatan_id"], ["kegiatan.id"], name=op.f("fk_pengaduan_kegiatan_id_kegiatan")),
        sa.ForeignKeyConstraint(["penerima_id"], ["penerima.id"], name=op.f("fk_pengaduan_penerima_id_penerima")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pengaduan")),
    )
    with op.batch_alter_table("pengaduan", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_pengaduan_kegiatan_id"), ["kegiatan_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_pengaduan_urut"), ["urut"], unique=True)

    op.create_table(
        "pengesahan_kertas",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("urut", sa.Integer(), nullable=False),
        sa.Column("dibuat_pada", db.dasar.Instan(), nullable=False),
        sa.Column("diubah_pada", db.dasar.Instan(), nullable=False),
        sa.Column("versi", sa.Integer(), nullable=False),
        sa.Column("pelaksanaan_id", sa.Uuid(), nullable=False),
        sa.Column("jenis", sa.String(), nullable=False),
        sa.Column("nama", sa.String(), nullable=False),
        sa.Column("kapasitas", sa.String(), nullable=False),
        sa.Column("peran_sop", sa.String(), nullable=False),
        sa.Column("tanggal", sa.Date(), nullable=False),
        sa.Column("lampiran_id", sa.Uuid(), nullable=True),
        sa.Column("pencatat_id", sa.Uuid(), nullable=False),
        sa.Column("catatan", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["lampiran_id"], ["lampiran.id"], name=op.f("fk_pengesahan_kertas_lampiran_id_lampiran")
        ),
        sa.ForeignKeyConstraint(
            ["pelaksanaan_id"],
            ["pelaksanaan_langkah.id"],
            name=op.f("fk_pengesahan_kertas_pelaksanaan_id_pelaksanaan_langkah"),
        ),
        sa.ForeignKeyConstraint(["pencatat_id"], ["akun.id"], name=op.f("fk_pengesahan_kertas_pencatat_id_akun")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pengesahan_kertas")),
    )
    with op.batch_alter_table("pengesahan_kertas", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_pengesahan_kertas_pelaksanaan_id"), ["pelaksanaan_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_pengesahan_kertas_urut"), ["urut"], unique=True)

    op.create_table(
        "posisi_berkas",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("urut", sa.Integer(), nullable=False),
        sa.Column("dibuat_pada", db.dasar.Instan(), nullable=False),
        sa.Column("diubah_pada", db.dasar.Instan(), nullable=False),
        sa.Column("versi", sa.Integer(), nullable=False),
        sa.Column("pelaksanaan_id", sa.Uuid(), nullable=False),
        sa.Column("pihak", sa.String(), nullable=False),
        sa.Column("dikirim_pada", sa.Date(), nullable=False),
        sa.Column("diterima_pada", sa.Date(), nullable=True),
        sa.Column("kembali_pada", sa.Date(), nullable=True),
        sa.Column("hasil", sa.String(), nullable=False),
        sa.Column("pencatat_id", sa.Uuid(), nullable=False),
        sa.Column("catatan", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["pelaksanaan_id"],
            ["pelaksanaan_langkah.id"],
            name=op.f("fk_posisi_berkas_pelaksanaan_id_pelaksanaan_langkah"),
        ),
        sa.ForeignKeyConstraint(["pencatat_id"], ["akun.id"], name=op.f("fk_posisi_berkas_pencatat_id_akun")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_posisi_berkas")),
    )
    with op.batch_alter_table("posisi_berkas", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_posisi_berkas_pelaksanaan_id"), ["pelaksanaan_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_posisi_berkas_urut"), ["urut"], unique=True)

    op.create_table(
        "riwayat_langkah",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("urut", sa.Integer(), nullable=False),
        sa.Column("dibuat_pada", db.dasar.Instan(), nullable=False),
        sa.Column("diubah_pada", db.dasar.Instan(), nullable=False),
        sa.Column("versi", sa.Integer(), nullable=False),
        sa.Column("kegiatan_id", sa.Uuid(), nullable=False),
        sa.Column("pelaksanaan_id", sa.Uuid(), nullable=True),
        sa.Column("langkah", sa.Integer(), nullable=False),
        sa.Column("putaran", sa.Integer(), nullable=False),
        sa.Column("tindakan", sa.String(), nullable=False),
        sa.Column("ke_langkah", sa.Integer(), nullable=True),
        sa.Column("alasan", sa.String(), nullable=False),
        sa.Column("tanggal", sa.Date(), nullable=False),
        sa.Column("pada", db.dasar.Instan(), nullable=False),
        sa.Column("akun_id", sa.Uuid(), nullable=False),
        sa.Column("rincian", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["akun_id"], ["akun.id"], name=op.f("fk_riwayat_langkah_akun_id_akun")),
        sa.ForeignKeyConstraint(["kegiatan_id"], ["kegiatan.id"], name=op.f("fk_riwayat_langkah_kegiatan_id_kegiatan")),
        sa.ForeignKeyConstraint(
            ["pelaksanaan_id"],
            ["pelaksanaan_langkah.id"],
            name=op.f("fk_riwayat_langkah_pelaksanaan_id_pelaksanaan_langkah"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_riwayat_langkah")),
    )
    with op.batch_alter_table("riwayat_langkah", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_riwayat_langkah_kegiatan_id"), ["kegiatan_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_riwayat_langkah_pelaksanaan_id"), ["pelaksanaan_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_riwayat_langkah_urut"), ["urut"], unique=True)

    op.create_table(
        "alokasi_barang",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("urut", sa.Integer(), nullable=False),
        sa.Column("dibuat_pada", db.dasar.Instan(), nullable=False),
        sa.Column("diubah_pada", db.dasar.Instan(), nullable=False),
        sa.Column("versi", sa.Integer(), nullable=False),
        sa.Column("alokasi_id", sa.Uuid(), nullable=False),
        sa.Column("nama", sa.String(), nullable=False),
        sa.Column("satuan", sa.String(), nullable=False),
        sa.Column("jumlah", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["alokasi_id"], ["alokasi.id"], name=op.f("fk_alokasi_barang_alokasi_id_alokasi")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_alokasi_barang")),
    )
    with op.batch_alter_table("alokasi_barang", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_alokasi_barang_alokasi_id"), ["alokasi_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_alokasi_barang_urut"), ["urut"], unique=True)

    op.create_table(
        "tanda_terima",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("urut", sa.Integer(), nullable=False),
        sa.Column("dibuat_pada", db.dasar.Instan(), nullable=False),
        sa.Column("diubah_pada", db.dasar.Instan(), nullable=False),
        sa.Column("versi", sa.Integer(), nullable=False),
        sa.Column("alokasi_id", sa.Uuid(), nullable=False),
        sa.Column("kode", sa.String(), nullable=False),
        sa.Column("nomor", sa.Integer(), nullable=False),
        sa.Column("cetakan", sa.Integer(), nullable=False),
        sa.Column("dicetak_pada", db.dasar.Instan(), nullable=True),
        sa.Column("lampiran_id", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(["alokasi_id"], ["alokasi.id"], name=op.f("fk_tanda_terima_alokasi_id_alokasi")),
        sa.ForeignKeyConstraint(["lampiran_id"], ["lampiran.id"], name=op.f("fk_tanda_terima_lampiran_id_lampiran")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tanda_terima")),
        sa.UniqueConstraint("alokasi_id", name=op.f("uq_tanda_terima_alokasi_id")),
        sa.UniqueConstraint("kode", name=op.f("uq_tanda_terima_kode")),
    )
    with op.batch_alter_table("tanda_terima", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_tanda_terima_alokasi_id"), ["alokasi_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_tanda_terima_urut"), ["urut"], unique=True)

    op.create_table(
        "penyaluran",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("urut", sa.Integer(), nullable=False),
        sa.Column("dibuat_pada", db.dasar.Instan(), nullable=False),
        sa.Column("diubah_pada", db.dasar.Instan(), nullable=False),
        sa.Column("versi", sa.Integer(), nullable=False),
        sa.Column("kegiatan_id", sa.Uuid(), nullable=False),
        sa.Column("alokasi_id", sa.Uuid(), nullable=False),
        sa.Column("barang_id", sa.Uuid(), nullable=True),
        sa.Column("hasil", sa.String(), nullable=False),
        sa.Column("nominal", sa.Integer(), nullable=True),
        sa.Column("jumlah", sa.Integer(), nullable=True),
        sa.Column("tanggal", sa.Date(), nullable=False),
        sa.Column("pada", db.dasar.Instan(), nullable=False),
        sa.Column("tempat", sa.String(), nullable=False),
        sa.Column("wakil_nama", sa.String(), nullable=False),
        sa.Column("wakil_nik", sa.String(), nullable=True),
        sa.Column("wakil_hubungan", sa.String(), nullable=False),
        sa.Column("surat_kuasa", sa.String(), nullable=False),
        sa.Column("cap_jempol", sa.Boolean(), nullable=False),
        sa.Column("saksi", sa.JSON(), nullable=False),
        sa.Column("alasan", sa.String(), nullable=False),
        sa.Column("koreksi_dari", sa.Uuid(), nullable=True),
        sa.Column("lampiran_id", sa.Uuid(), nullable=True),
        sa.Column("akun_id", sa.Uuid(), nullable=False),
        sa.CheckConstraint("jumlah IS NULL OR jumlah >= 0", name=op.f("ck_penyaluran_jumlah_positif")),
        sa.ForeignKeyConstraint(["akun_id"], ["akun.id"], name=op.f("fk_penyaluran_akun_id_akun")),
        sa.ForeignKeyConstraint(["alokasi_id"], ["alokasi.id"], name=op.f("fk_penyaluran_alokasi_id_alokasi")),
        sa.ForeignKeyConstraint(
            ["barang_id"], ["alokasi_barang.id"], name=op.f("fk_penyaluran_barang_id_alokasi_barang")
        ),
        sa.ForeignKeyConstraint(["kegiatan_id"], ["kegiatan.id"], name=op.f("fk_penyaluran_kegiatan_id_kegiatan")),
        sa.ForeignKeyConstraint(
            ["koreksi_dari"], ["penyaluran.id"], name=op.f("fk_penyaluran_koreksi_dari_penyaluran")
        ),
        sa.ForeignKeyConstraint(["lampiran_id"], ["lampiran.id"], name=op.f("fk_penyaluran_lampiran_id_lampiran")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_penyaluran")),
    )
    with op.batch_alter_table("penyaluran", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_penyaluran_alokasi_id"), ["alokasi_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_penyaluran_kegiatan_id"), ["kegiatan_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_penyaluran_koreksi_dari"), ["koreksi_dari"], unique=False)
        batch_op.create_index(batch_op.f("ix_penyaluran_urut"), ["urut"], unique=True)

    pencarian.pasang(op.get_bind())
