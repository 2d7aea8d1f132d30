// There is no camera here: what it would see is a square code, drawn as it is printed.
import type { Page } from '@playwright/test'
import { renderSVG } from 'uqr'

/** The first square code on the screen. */
export const drawingOn = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const drawing = document.querySelector('main svg[role=img]')
    if (drawing === null) throw new Error('No square code on the screen')
    return new XMLSerializer().serializeToString(drawing)
  })

export const drawingOf = (text: string): string => renderSVG(text, { ecc: 'M', border: 4 })

/** A reader of the browser's own, which the one of the tests lacks: it reads `text`, or says what it reads and then fails. */
export const haveOwnReader = (page: Page, text: string | null): Promise<void> =>
  page.evaluate((rawValue) => {
    const detect = () =>
      rawValue === null ? Promise.reject(new Error('No service for it on this phone')) : Promise.resolve([{ rawValue }])
    const OwnReader = class {
      static readonly getSupportedFormats = () => Promise.resolve(['qr_code'])
      readonly detect = detect
    }
    Object.assign(globalThis, { BarcodeDetector: OwnReader })
  }, text)

export const holdBeforeCamera = (page: Page, drawing: string): Promise<void> =>
  page.evaluate(async (svg) => {
    const card = new Image()
    const sized = svg.replace('<svg', '<svg width="400" height="400"')
    card.src = `data:image/svg+xml,${encodeURIComponent(sized)}`
    await card.decode()
    const canvas = Object.assign(document.createElement('canvas'), { width: 640, height: 480 })
    const brush = canvas.getContext('2d')
    const show = () => {
      if (brush === null) return
      brush.fillStyle = '#ffffff'
      brush.fillRect(0, 0, 640, 480)
      brush.drawImage(card, 120, 40, 400, 400)
    }
    show()
    setInterval(show, 100)
    navigator.mediaDevices.getUserMedia = () => Promise.resolve(canvas.captureStream(10))
  }, drawing)
