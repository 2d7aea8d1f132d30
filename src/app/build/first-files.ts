// What the door needs lies in two files, and what the phone behind it needs in two more: a slow phone pays for every file
// its service worker answers. Libraries have files of their own, which stay the same, and cost no signal, when only the app
// has changed.
type Modules = { readonly getModuleInfo: (id: string) => { readonly importedIds: readonly string[] } | null }

/** The file of a module by the first of `starts` that reaches it: none for what is fetched later. */
export const createFirstFiles = (starts: Readonly<Record<string, string>>) => {
  let reached: readonly (readonly [string, ReadonlySet<string>])[] | undefined
  return (id: string, modules: Modules): string | null => {
    reached ??= Object.entries(starts).map(([name, start]) => [name, reachable(start, modules)])
    const name = reached.find(([, modulesOfIt]) => modulesOfIt.has(id))?.[0]
    if (name === undefined) return null
    return id.includes('/node_modules/') ? `${name}-libraries` : name
  }
}

const reachable = (start: string, modules: Modules): ReadonlySet<string> => {
  const found = new Set([start])
  // A set goes on with what is added to it meanwhile.
  for (const id of found) for (const imported of modules.getModuleInfo(id)?.importedIds ?? []) found.add(imported)
  return found
}
