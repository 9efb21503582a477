"""Names as written, resolved against the roster, in the steps of record linkage.

`normalization` brings names to the forms in which they are compared, `candidates` finds the organizations a name may
stand for and `alignment` compares it with each, `matching` makes what is certain, `decisions` holds what people have
decided, and `resolution` puts all of this together for the files of a partnership.
"""
