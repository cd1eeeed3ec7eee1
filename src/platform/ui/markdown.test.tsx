import { expect, test } from 'vitest'
import { Markdown } from './markdown.tsx'

const html = (text: string) =>
  String(<Markdown text={text} addressOf={(href) => (href === 'naeste.md' ? '/om/vejledning/naeste' : href)} />)

test('headings, paragraphs, lists, quotes and pictures', () => {
  const written = html(
    '## Meld status\n\nFørst\nog fremmest\n\n- et\n  og mere\n- to\n\n1. a\n2. b\n\n> Husk\n\n![Skærm](/a.png)',
  )
  for (const part of [
    '<h2>Meld status</h2>',
    '<p>Først og fremmest</p>',
    '<ul><li>et og mere</li><li>to</li></ul>',
    '<ol><li>a</li><li>b</li></ol>',
    '<blockquote>Husk</blockquote>',
    'src="/a.png" alt="Skærm"',
  ])
    expect(written).toContain(part)
})

test('bold, code and links inside a line', () => {
  expect(html('Tryk **Gem** i `felt`, og [gå videre](naeste.md).')).toContain(
    'Tryk <strong>Gem</strong> i <code>felt</code>, og <a href="/om/vejledning/naeste">gå videre</a>.',
  )
})

test('nothing written becomes markup, and no link runs a script', () => {
  const written = html('<script>alert(1)</script> [klik](javascript:alert(1)) ![x](javascript:alert(1))\n\n[ud](//ond.example)')
  expect(written).not.toMatch(/<script|javascript:|href/)
  expect(written).toContain('&lt;script&gt;')
})
