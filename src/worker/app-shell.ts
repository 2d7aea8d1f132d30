// Serves the app from the phone, whole and always from one version, and decides with the pages which version that is.
import { NavigationRoute, registerRoute } from 'workbox-routing'
import { NUDGE_CACHE } from '#device/nudge-words.ts'
import type { VersionOrder, VersionsInUse } from '#device/letterbox/worker-orders.ts'
import type { Platform } from '#device/platform.ts'
import { type AppFile, createAppFiles, dropAllBut, dropVersion, findFile } from '#worker/app-files.ts'
import { goBack, seeItUp, takeOver, tryAgain, Versions, versionsToKeep } from '#worker/versions.ts'

const NOTES = 'susret-versions'
const NOTE = '/versions'
const START = '/index.html'
/** What the server itself answers. */
const NOT_OF_THE_APP = [/^\/v1\//, /^\/health$/, /^\/metrics$/, /\.json$/]

type AppShellParts = {
  readonly version: string
  readonly files: readonly AppFile[]
  readonly platform: Pick<Platform, 'alone'>
  readonly askNetwork: (request: Request) => Promise<Response>
}

type Asked = { readonly event: ExtendableEvent; readonly request: Request }

export const createAppShell = ({ version, files, platform, askNetwork }: AppShellParts) => {
  const own = createAppFiles(version, files)
  let known: Versions | undefined

  const change = (next: (versions: Versions | undefined) => Versions): Promise<Versions> =>
    platform.alone('app-versions', async () => {
      const before = await readVersions()
      known = next(before)
      if (known !== before) await writeVersions(known)
      return known
    })

  const serve = async (path: string, { event, request }: Asked): Promise<Response> => {
    known ??= await readVersions()
    const current = known?.current ?? version
    if (current === version && own.has(path)) return own.get(path, event)
    return (await findFile(current, path)) ?? askNetwork(request)
  }

  /** This version was dropped when it gave way. Without signal it cannot be had again. */
  const isHadAgain = async (event: ExtendableEvent): Promise<boolean> =>
    (await readVersions())?.broken === version && (await own.mend(event).catch(() => false))

  return {
    serve: () => {
      registerRoute(new NavigationRoute((asked) => serve(START, asked), { denylist: NOT_OF_THE_APP }))
      registerRoute(
        ({ sameOrigin, url }) => sameOrigin && (own.has(url.pathname) || url.pathname.startsWith('/assets/')),
        (asked) => serve(asked.url.pathname, asked)
      )
    },
    install: own.install,
    activate: async () => {
      const versions = await change((before) => takeOver(before, version))
      await dropAllBut(versionsToKeep(versions), [NOTES, NUDGE_CACHE])
    },
    /** `event.ports` get the answer first, so that no page waits for what is done after it. */
    obey: async ({ say, version: of }: VersionOrder, event: ExtendableMessageEvent) => {
      const isTriedAgain = say === 'try_again' && (await isHadAgain(event))
      const versions = await change((before = { current: version, cameUp: false }) => {
        if (say === 'came_up') return seeItUp(before, of)
        if (say === 'go_back') return goBack(before, of)
        return isTriedAgain ? tryAgain(before) : before
      })
      const { current, broken } = versions
      event.ports[0]?.postMessage({ current, broken } satisfies VersionsInUse)
      if (say === 'go_back' && broken !== undefined) await dropVersion(broken)
      if (say === 'came_up' && current === version) await own.mend(event)
    }
  }
}

const readVersions = async (): Promise<Versions | undefined> => {
  const note = await caches.match(NOTE, { cacheName: NOTES })
  const versions = Versions.safeParse(await note?.json())
  return versions.success ? versions.data : undefined
}

const writeVersions = async (versions: Versions): Promise<void> => {
  const notes = await caches.open(NOTES)
  await notes.put(NOTE, new Response(JSON.stringify(versions)))
}
