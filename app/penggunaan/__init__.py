"""What recipients did with the aid: who has to report by when, what came in, who is late (uep, after step 6).

The SOP asks for no report in so many words; programmes do, and an auditor asks for it. How long a recipient has is the
office's own, so it is a setting of the kegiatan.
"""
