import fc from 'fast-check'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { renderMarkdown } from '@/lib/markdown'
import { cleanReStructuredText } from './clean-restructured-text'
import { cleanText, MOST_PROSE } from './clean-text'

const runs = Number(process.env.RUNS ?? 60)

test.each([
  ['<p>One.</p>\n<p>Two &amp; three.</p>', 'One.\n\nTwo & three.'],
  ['<p>- no list</p><p>1. none</p>', '\\- no list\n\n1\\. none'],
  ['<ul><li>a</li><li>b <strong>c</strong></li></ul>', '- a\n- b **c**'],
  ['<h2>Head</h2>text<br>next', '**Head**\n\ntext\\\nnext'],
  ['a<br /><br />* b<br />* c', 'a\n\n* b\n* c'],
  [
    '<a href="/relative">here</a> and <a href="https://example.org/?a=1&amp;b=2">there</a>',
    'here and [there](https://example.org/?a=1\\&b=2)',
  ],
  ['<blockquote>said</blockquote><pre><code>x &lt; y</code></pre>', '> said\n\n```\nx < y\n```'],
  ['Plain *with* marks_in_words, 5 > 3.', 'Plain *with* marks_in_words, 5 > 3.'],
  ['<p>Қазақша мәтін — «тырнақша»</p>', 'Қазақша мәтін — «тырнақша»'],
  ['', ''],
])('%s', (text, expected) => {
  expect(cleanText(text)).toBe(expected)
})

test('reStructuredText', () => {
  const text =
    'Head\n----\n\nSee `it <https://example.org/x>`__ and docs_ and ``x_``.\n\n#. one\n#. two\n\nCode::\n\n    a < b\n\n.. _docs: https://example.org/docs\n.. note:: gone\n   too\n'
  expect(cleanReStructuredText(text)).toBe(
    '**Head**\n\nSee [it](https://example.org/x) and [docs](https://example.org/docs) and `x_`.\n\n1. one\n2. two\n\nCode:\n\n```\na < b\n```',
  )
})

test('nothing active is left of anything, and cleaning again changes nothing that is shown', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '<p>',
      '</p>',
      '<b>',
      '<script>',
      '</script>',
      '<a href="javascript:x">',
      '<a href="https://a.b">',
      '</a>',
      '<img src=x onerror=y>',
      '<svg/onload=x>',
      '&lt;',
      '&#60;script&#62;',
      '[a](javascript:x)',
      '![a](http://x/y)',
      '<https://a.b>',
      '<javascript:x>',
      '\n\n',
      '\n- ',
      '# ',
      '`',
      '*',
      '[x]: javascript:y\n',
      '[x]',
      '<br>',
      '<!--',
      '-->',
      '\\',
    ),
    fc.string({ maxLength: 8 }),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
      for (const clean of [cleanText, cleanReStructuredText]) {
        const text = clean(pieces.join(''))
        const html = renderToStaticMarkup(renderMarkdown(text))
        expect(html).not.toMatch(
          /<(?!\/?(?:p|br|em|strong|del|a|ul|ol|li|blockquote|code|pre|hr|table|thead|tbody|tr|th|td|div)\b)/,
        )
        for (const [, href] of html.matchAll(/ href="([^"]*)"/g)) expect(href).toMatch(/^(?:https?:|mailto:)/)
        expect(text.length).toBeLessThan(MOST_PROSE)
      }
    }),
    { numRuns: runs },
  )
})
