"""Page one: which findings it tells, by a rule, and the tests that these rest on."""
