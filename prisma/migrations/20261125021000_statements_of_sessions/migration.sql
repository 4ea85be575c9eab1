-- The statements of a session are listed on its form: found by what their contents say.
CREATE INDEX record_statement_session ON record ((content ->> 'session')) WHERE noun = 'statement';
