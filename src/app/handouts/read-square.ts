// Square codes read from a picture: by the browser where it can, else by a small library that is fetched then.
type Frame = HTMLVideoElement
export type ReadSquare = (frame: Frame) => Promise<string | undefined>

type Detector = { detect: (frame: Frame) => Promise<readonly { rawValue: string }[]> }
type DetectorMaker = {
  new (options: { formats: readonly string[] }): Detector
  getSupportedFormats: () => Promise<readonly string[]>
}

/** As many points as a code needs that fills a third of the picture, and no more: a slow phone looks often. */
const WIDTH = 640

export const createReadSquare = async (): Promise<ReadSquare> => {
  const own = await ownReader()
  return own === undefined ? libraryReader() : whileItWorks(own)
}

/** A phone without the services of its maker has a reader that lists what it reads, and then reads nothing. */
const whileItWorks = (own: ReadSquare): ReadSquare => {
  let library: Promise<ReadSquare> | undefined
  return async (frame) => {
    if (library === undefined) {
      try {
        return await own(frame)
      } catch {
        library = libraryReader()
      }
    }
    return (await library)(frame)
  }
}

const ownReader = async (): Promise<ReadSquare | undefined> => {
  const Maker = (globalThis as { BarcodeDetector?: DetectorMaker }).BarcodeDetector
  if (Maker === undefined || !(await Maker.getSupportedFormats()).includes('qr_code')) return undefined
  const detector = new Maker({ formats: ['qr_code'] })
  return async (frame) => (await detector.detect(frame))[0]?.rawValue
}

const libraryReader = async (): Promise<ReadSquare> => {
  const { decodeQR } = await import('qr/decode.js')
  const canvas = document.createElement('canvas')
  const brush = canvas.getContext('2d', { willReadFrequently: true })
  return async (frame) => {
    if (brush === null || frame.videoWidth === 0) return undefined
    canvas.width = WIDTH
    canvas.height = Math.round((WIDTH * frame.videoHeight) / frame.videoWidth)
    brush.drawImage(frame, 0, 0, canvas.width, canvas.height)
    const { width, height, data } = brush.getImageData(0, 0, canvas.width, canvas.height)
    try {
      return decodeQR({ width, height, data })
    } catch {
      // Its way of saying that no code is in this picture; the next one may have one.
      return undefined
    }
  }
}
