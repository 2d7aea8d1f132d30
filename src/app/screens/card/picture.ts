// A picture of what stands on the screen, painted word by word where the browser has put it: so lines break and scripts turn
// as they do there, with no layout of our own.

/** Sharp enough that a camera still reads the QR code from it. */
const SCALE = 3

/** A PNG; undefined when the phone has no room for it. */
export const paintPicture = async (element: HTMLElement): Promise<Blob | undefined> => {
  const frame = element.getBoundingClientRect()
  const canvas = document.createElement('canvas')
  canvas.width = Math.ceil(frame.width * SCALE)
  canvas.height = Math.ceil(frame.height * SCALE)
  const brush = canvas.getContext('2d')
  if (brush === null) return undefined
  brush.fillStyle = getComputedStyle(element).backgroundColor
  brush.fillRect(0, 0, canvas.width, canvas.height)
  brush.scale(SCALE, SCALE)
  brush.translate(-frame.left, -frame.top)
  for (const text of textsIn(element)) paintText(brush, text)
  for (const drawing of element.querySelectorAll('svg')) paintDrawing(brush, drawing)
  return new Promise((settle) => canvas.toBlob((blob) => settle(blob ?? undefined), 'image/png'))
}

const textsIn = (element: HTMLElement): Text[] => {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  const texts: Text[] = []
  while (walker.nextNode()) texts.push(walker.currentNode as Text)
  return texts
}

const paintText = (brush: CanvasRenderingContext2D, text: Text) => {
  if (text.parentElement === null) return
  const style = getComputedStyle(text.parentElement)
  brush.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`
  brush.fillStyle = style.color
  brush.direction = style.direction === 'rtl' ? 'rtl' : 'ltr'
  brush.textAlign = 'left'
  brush.textBaseline = 'alphabetic'
  const { fontBoundingBoxAscent: ascent, fontBoundingBoxDescent: descent } = brush.measureText(text.data)
  for (const { 0: word, index } of text.data.matchAll(/\S+/g)) {
    const range = document.createRange()
    range.setStart(text, index)
    range.setEnd(text, index + word.length)
    const box = range.getBoundingClientRect()
    brush.fillText(word, box.left, box.top + (box.height - ascent - descent) / 2 + ascent)
  }
}

/** Drawings here are paths in one colour on a ground. */
const paintDrawing = (brush: CanvasRenderingContext2D, drawing: SVGSVGElement) => {
  const box = drawing.getBoundingClientRect()
  const style = getComputedStyle(drawing)
  brush.save()
  brush.fillStyle = style.backgroundColor
  brush.fillRect(box.left, box.top, box.width, box.height)
  brush.translate(box.left, box.top)
  brush.scale(box.width / drawing.viewBox.baseVal.width, box.height / drawing.viewBox.baseVal.height)
  brush.fillStyle = style.fill
  for (const path of drawing.querySelectorAll('path')) {
    const shape = new Path2D(path.getAttribute('d') ?? '')
    // A brush, not an array: nothing is shared by what it fills.
    // oxlint-disable-next-line unicorn/no-array-fill-with-reference-type
    brush.fill(shape)
  }
  brush.restore()
}
