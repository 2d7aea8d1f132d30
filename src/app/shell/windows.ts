// The open windows of Susret on this phone, by the titles people see in the browser's list of tabs. A window that is frozen
// in the background answers nothing, but the name of a lock it holds can be read by the others.
const SIGN = 'susret-window '
const OWN = `${SIGN}${crypto.randomUUID()} `

/** Shows `title` to the other windows until the returned function is called. */
export const showTitle = (title: string): (() => void) => {
  const { promise, resolve } = Promise.withResolvers<void>()
  if ('locks' in navigator) void navigator.locks.request(`${OWN}${title}`, () => promise)
  return resolve
}

/** The titles of the others; none where the browser does not tell. */
export const findOtherWindows = async (): Promise<string[]> => {
  if (!('locks' in navigator)) return []
  const { held = [] } = await navigator.locks.query()
  return held.flatMap(({ name = '' }) =>
    name.startsWith(SIGN) && !name.startsWith(OWN) ? [name.slice(OWN.length)] : []
  )
}
