// Finds words that a person would read, written in a component instead of in `locales`.
import { type ESTree, Visitor } from 'vite'
import { type SourceFile, lineAt } from '#tests/house/source.ts'

/** Attributes and props that are shown or read aloud. */
const SPOKEN = new Set([
  ...'alt title placeholder label summary content text caption heading hint message description'.split(' '),
  ...'aria-label aria-description aria-placeholder aria-roledescription aria-valuetext'.split(' ')
])
const SPOKEN_PROPERTIES = new Set(['title', 'textContent', 'innerText', 'innerHTML', 'alt', 'placeholder'])

/** The name of the product, and units that every script writes alike. */
const NOT_WORDS = new Set(['Susret'])

/** One line per text: where, and what it says. */
export const textIn = (file: SourceFile): string[] => {
  const found: string[] = []
  const note = (text: string, at: number) => {
    const words = text.match(/\p{L}[\p{L}\p{M}'’-]*/gu)?.filter((word) => !NOT_WORDS.has(word)) ?? []
    if (words.length > 0) found.push(`${file.path}:${lineAt(file.text, at)}: “${text.trim()}”`)
  }
  const noteShown = (value: ESTree.Node | null) => {
    for (const { text, at } of shownTexts(value)) note(text, at)
  }
  new Visitor({
    JSXText: ({ value, start }) => note(value.replace(/&[a-z]+;/g, ' '), start),
    JSXElement: ({ children }) =>
      children.forEach((child) => child.type === 'JSXExpressionContainer' && noteShown(child)),
    JSXFragment: ({ children }) =>
      children.forEach((child) => child.type === 'JSXExpressionContainer' && noteShown(child)),
    JSXAttribute: ({ name, value }) => {
      if (name.type === 'JSXIdentifier' && SPOKEN.has(name.name.toLowerCase())) noteShown(value)
    },
    AssignmentExpression: ({ left, right }) => {
      if (left.type !== 'MemberExpression' || left.property.type !== 'Identifier') return
      if (SPOKEN_PROPERTIES.has(left.property.name)) noteShown(right)
    }
  }).visit(file.program)
  return found
}

type Shown = { readonly text: string; readonly at: number }

/** The literals an expression can turn out to be; what goes into a call is a key or a value, not a text. */
const shownTexts = (node: ESTree.Node | null): Shown[] => {
  switch (node?.type) {
    case 'Literal':
      return typeof node.value === 'string' ? [{ text: node.value, at: node.start }] : []
    case 'TemplateLiteral':
      return node.quasis.map(({ value, start }) => ({ text: value.raw, at: start }))
    case 'JSXExpressionContainer':
    case 'ParenthesizedExpression':
    case 'TSAsExpression':
      return shownTexts(node.expression)
    case 'ConditionalExpression':
      return [...shownTexts(node.consequent), ...shownTexts(node.alternate)]
    case 'LogicalExpression':
      return [...shownTexts(node.left), ...shownTexts(node.right)]
    case 'BinaryExpression':
      return node.operator === '+' ? [...shownTexts(node.left), ...shownTexts(node.right)] : []
    default:
      return []
  }
}
