import { expect, test } from 'vitest'
import { lineOfCharacter, lineOfStatement } from './sql-lines.mjs'

const script = `-- a comment; with a semicolon
CREATE TABLE a (name text DEFAULT 'it''s; fine');

/* another;
   comment */
CREATE FUNCTION f() RETURNS void LANGUAGE plpgsql AS $body$
BEGIN
  PERFORM 1; PERFORM 2;
END $body$;
INSERT INTO a VALUES (E'\\';'), ("odd;name"); SELECT 1;
`

test.each([
  [0, 2],
  [1, 6],
  [2, 10],
  [3, 10],
])('statement %i begins on line %i', (statement, line) => {
  expect(lineOfStatement(script, statement)).toBe(line)
})

test('a place is counted in characters, not in UTF-16 units', () => {
  expect(lineOfCharacter("'🏛🏛🏛'\nx", 6)).toBe(1)
  expect(lineOfCharacter("'🏛🏛🏛'\nx", 7)).toBe(2)
})
