"""Page one: which findings it tells, by a rule, and the tests that these and all other claims of a report rest on."""
