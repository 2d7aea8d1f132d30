// Copies of what is stored, as IndexedDB makes them, without the machine's own copier: for the small rows of a phone that
// takes longer than all the rest of a read.
const realClone = globalThis.structuredClone

export const clone = <Value>(value: Value): Value => copy(value) as Value

/** Plain objects, lists, bytes and what is no object; anything else goes the long way, with its refusals. */
const copy = (value: unknown): unknown => {
  if (typeof value === 'function' || typeof value === 'symbol') return realClone(value)
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) return value.map(copy)
  if (value instanceof Uint8Array) return Uint8Array.from(value)
  if (value instanceof ArrayBuffer) return value.slice()
  if (Object.getPrototypeOf(value) !== Object.prototype) return realClone(value)
  const copied: Record<string, unknown> = {}
  for (const name of Object.keys(value)) copied[name] = copy((value as Record<string, unknown>)[name])
  return copied
}
