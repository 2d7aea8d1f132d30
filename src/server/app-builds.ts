// Phones come back after a month with the app of then. What the pages of earlier builds may still ask for is kept beside
// the data: of the two builds before this one, and of every build that was given out in the last 90 days.
import { copyFile, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod/mini'

const BUILDS_BEFORE = 2
const KEPT_DAYS = 90
const DAY_MS = 24 * 60 * 60_000

const ASSETS = 'assets'
const LIST = 'builds.json'
const UNFINISHED = '.new'

/** Newest first. `until`: when another build took its place; the one in use has none. */
const Builds = z.array(z.object({ files: z.array(z.string().check(z.regex(/^[\w.-]+$/))), until: z.optional(z.int()) }))
type Builds = z.infer<typeof Builds>

/** Adds the build in `app` to what is kept in `kept`, and drops what is too old. Times in milliseconds since 1970 UTC. */
export const keepBuild = async ({ app, kept, now }: { app: string; kept: string; now: number }): Promise<void> => {
  const files = (await readdir(join(app, ASSETS))).sort()
  await mkdir(join(kept, ASSETS), { recursive: true })
  for (const file of files) {
    await replaceFile(join(kept, ASSETS, file), (path) => copyFile(join(app, ASSETS, file), path))
  }
  const builds = buildsToKeep(withBuild(await readBuilds(kept), files, now), now)
  await replaceFile(join(kept, LIST), (path) => writeFile(path, JSON.stringify(builds)))
  const needed = new Set(builds.flatMap((build) => build.files))
  for (const file of await readdir(join(kept, ASSETS))) {
    if (!needed.has(file) && !file.endsWith(UNFINISHED)) await rm(join(kept, ASSETS, file), { force: true })
  }
}

const readBuilds = async (kept: string): Promise<Builds> => {
  const listed: unknown = await readFile(join(kept, LIST), 'utf8')
    .then(JSON.parse)
    .catch(() => [])
  const builds = Builds.safeParse(listed)
  return builds.success ? builds.data : []
}

const withBuild = (before: Builds, files: string[], now: number): Builds => {
  const earlier = before.filter((build) => build.files.join() !== files.join())
  return [{ files }, ...earlier.map(({ until = now, ...build }) => ({ ...build, until }))]
}

const buildsToKeep = (builds: Builds, now: number): Builds =>
  builds.filter(({ until = now }, at) => at <= BUILDS_BEFORE || now - until <= KEPT_DAYS * DAY_MS)

/** Nobody ever reads half of it, and another server process may do the same at the same moment. */
const replaceFile = async (path: string, write: (path: string) => Promise<void>) => {
  const beside = `${path}.${process.pid}${UNFINISHED}`
  await write(beside)
  await rename(beside, path)
}
