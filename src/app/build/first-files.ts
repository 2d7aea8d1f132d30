// What the first screen needs lies in two files: a slow phone pays for every file its service worker answers. Libraries
// have one of their own, which stays the same, and costs no signal, when only the app has changed.
type Modules = { readonly getModuleInfo: (id: string) => { readonly importedIds: readonly string[] } | null }

/** The file of a module: none for what is fetched later. */
export const createFirstFiles = (start: string) => {
  let first: ReadonlySet<string> | undefined
  return (id: string, modules: Modules): string | null => {
    first ??= reachable(start, modules)
    if (!first.has(id)) return null
    return id.includes('/node_modules/') ? 'libraries' : 'first'
  }
}

const reachable = (start: string, modules: Modules): ReadonlySet<string> => {
  const found = new Set([start])
  // A set goes on with what is added to it meanwhile.
  for (const id of found) for (const imported of modules.getModuleInfo(id)?.importedIds ?? []) found.add(imported)
  return found
}
