// The directory as files of HSDS: written, and read in either form whoever wrote them. Loaded when a file is wanted.
import { strToU8, unzipSync, zipSync } from 'fflate'
import { type HsdsObjects, readHsdsJson, readHsdsTables } from '#domain/hsds/read-file.ts'
import { fileName, PACKAGE_FILE } from '#domain/hsds/table-files.ts'
import { toTables } from '#domain/hsds/tables.ts'
import { toHsds } from '#domain/hsds/to-hsds.ts'
import { refuse, type Result } from '#domain/result.ts'

type Written = Parameters<typeof toHsds>

export const toJsonFile = (...written: Written): string => `${JSON.stringify(toHsds(...written), undefined, 2)}\n`

/** One zip with a table for each kind of object. */
export const toTablesFile = (...written: Written): Uint8Array<ArrayBuffer> =>
  zipSync(Object.fromEntries(Object.entries(toTables(toHsds(...written))).map(([name, text]) => [name, strToU8(text)])))

/** A phone holds that much in memory, unpacked too. */
export const MOST_BYTES = 40_000_000

export const readFile = (bytes: Uint8Array): Result<HsdsObjects, 'unreadable' | 'tooMany'> => {
  if (bytes.length > MOST_BYTES) return refuse('tooMany')
  try {
    if (!isZip(bytes)) return readHsdsJson(toText(bytes))
    const files = unpack(bytes)
    return files === undefined ? refuse('tooMany') : readHsdsTables(files)
  } catch {
    // Neither form in an encoding the standard knows, or a torn zip: which of them, nobody could tell.
    return refuse('unreadable')
  }
}

const isZip = ([first, second]: Uint8Array): boolean => first === 0x50 && second === 0x4b

/** Tables and the page that names them, whatever folder they lie in. Undefined where it is too much for a phone. */
const unpack = (bytes: Uint8Array): Record<string, string> | undefined => {
  let left = MOST_BYTES
  const files = unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      left -= originalSize
      return left > 0 && (name.endsWith('.csv') || fileName(name) === PACKAGE_FILE)
    }
  })
  if (left <= 0) return undefined
  return Object.fromEntries(Object.entries(files).map(([name, file]) => [fileName(name), toText(file)]))
}

/** Throws where it is not UTF-8: letters read wrongly would be written over right ones. */
const toText = (bytes: Uint8Array): string => new TextDecoder('utf-8', { fatal: true }).decode(bytes)
