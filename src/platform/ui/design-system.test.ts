import { expect, test } from 'vitest'
import { designSystemCss, pruned } from './design-system.ts'

test('keeps elements and the parts we use, and drops the rest of a shared rule', () => {
  expect(pruned('a:hover{color:red}.alert,.cookie-message .button{margin:0}.toast{top:0}')).toBe(
    'a:hover{color:red}.alert{margin:0}',
  )
})

test('keeps rules within a medium, and no empty medium', () => {
  expect(pruned('@media print{.alert{top:0}.toast{top:0}}@media(min-width:1px){.toast{top:0}}h1{top:0}')).toBe(
    '@media print{.alert{top:0}}h1{top:0}',
  )
})

test('does not part selectors at a comma inside :not()', () => {
  expect(pruned('.table :not(.toast,.modal){top:0}h1{top:0}')).toBe('h1{top:0}')
})

test('drops the fonts: ours are smaller', () => {
  expect(pruned('@font-face{font-family:X;src:url(x.woff)}h1{top:0}')).toBe('h1{top:0}')
})

test('the real one has our colours, asks for no folder of pictures, and is small', () => {
  const css = designSystemCss()
  expect(css).toContain('.form-input')
  expect(css).toContain('var(--primary)')
  expect(css).not.toMatch(/#454545|\.\.\/|@font-face|date-picker/)
  expect(css.length).toBeLessThan(40_000)
})
