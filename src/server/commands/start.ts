// Starts the server: sets up what is missing, prints where it is and how to join, ends in good order.
import { existsSync } from 'node:fs'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { createApp } from '#server/app.ts'
import { keepBuild } from '#server/app-builds.ts'
import { recoveryLines, setUpOrganisation } from '#server/commands/demo.ts'
import { printInvitation, publicUrlOf } from '#server/commands/invitation.ts'
import { type Command, Trouble, withStore, type World } from '#server/commands/world.ts'
import { applyDeletedTestimonies, deletedTestimoniesPathOf, noteDeletedTestimony } from '#server/deleted-testimonies.ts'
import { startHookRounds } from '#server/hooks/rounds.ts'
import { startNudgeRounds } from '#server/nudges/rounds.ts'
import { startRounds } from '#server/rounds.ts'
import { createHttpServer } from '#server/http/listener.ts'
import type { Usage } from '#server/http/counts.ts'
import { loadKeys, type ServerKeys } from '#server/keys.ts'
import { faultToFacts } from '#server/log.ts'
import { applyRevocations, revocationsPathOf } from '#server/revocations.ts'
import { keyPathOf } from '#server/settings.ts'
import { type DataLock, lockDatabase, lockFolder } from '#server/store/server-lock.ts'
import type { Store } from '#server/store/store.ts'

/** The invites printed at the start are for trying out at leisure. */
const FIRST_INVITE_MINUTES = 24 * 60
/** After days without signal every phone of a city knocks at one moment. The system may allow fewer. */
const WAITING_CONNECTIONS = 4_096
/** Requests under way when the end is asked for may take this long. */
const LAST_WORDS_MS = 10_000

export const start: Command = async (world) => {
  const { settings, say } = world
  const lock = await lockData(world)
  try {
    await withStore(world, async (store) => {
      const keys = await loadKeys(keyPathOf(settings))
      await checkKeys(world, store, keys)
      await remindStore(world, store)
      const isSetUp = (await store.findOrganisation(settings.organisation)) !== undefined
      const { recoveryKey } = isSetUp ? {} : await setUpOrganisation(world, store)

      const server = await createServer(world, store, keys)
      const port = await listen(server, world)
      const url = publicUrlOf(world, port)
      say(`Susret ${world.version} is running: ${url}`)
      if (recoveryKey !== undefined) [``, ...recoveryLines(recoveryKey)].forEach(say)
      await printInvites(world, { store, keys }, url)
      const rounds = { ...world, store, waitMs: settings.hookSeconds * 1_000 }
      const stopHooks = startHookRounds(rounds)
      const stopNudges = startNudgeRounds({
        ...rounds,
        pushServices: settings.pushServices ?? [],
        contact: contactOf(url)
      })
      const stopRevoked = startRounds(world, {
        round: async () => void (await applyRevocations(revocationsPathOf(settings), store)),
        waits: 'Whether the database forgot a revoked phone could not be seen; it is looked again'
      })
      await world.untilStopped()
      stopHooks()
      stopRevoked()
      stopNudges()
      say('Stopping: what is under way is finished first.')
      await close(server, world)
    })
  } finally {
    await lock.release()
  }
  return 0
}

/**
 * Of what stands beside the keys: a database put back by its own tools has forgotten it, also while the server runs. A revoked phone
 * that heard nothing since cannot show that: for it the server looks by itself, every few seconds.
 */
const remindStore = async ({ settings }: World, store: Store): Promise<void> => {
  await applyRevocations(revocationsPathOf(settings), store)
  await applyDeletedTestimonies(deletedTestimoniesPathOf(settings), store)
}

/** Several servers may share one PostgreSQL, and none may be there while a backup is restored into it. */
const lockData = async ({ settings: { data, databaseUrl }, later, log }: World): Promise<DataLock> => {
  if (databaseUrl === undefined) {
    const folder = lockFolder(data)
    if (folder !== undefined) return folder
    throw new Trouble(`Another server already runs on ${data}. Stop it, or set SUSRET_DATA to another folder.`)
  }
  const onLost = () => log.warn({}, 'The connection that says a server runs broke; it is made again')
  const database = await lockDatabase(databaseUrl, 'shared', { later, onLost })
  if (database !== undefined) return database
  throw new Trouble('A backup is being restored into this data. Start again when that is done.')
}

/** Push services want one of https or mailto; a server without https is a trial. */
const contactOf = (url: string): string => (url.startsWith('https:') ? url : 'https://localhost')

/** Data and keys of different servers would make every phone refuse us, and lose nothing: better not to start. */
const checkKeys = async ({ settings }: World, store: Store, keys: ServerKeys) => {
  if (await store.bindKeys(keys.fingerprint)) return
  throw new Trouble(
    `${keyPathOf(settings)} does not belong to this data. Put the right key file there, or set SUSRET_KEYS.`
  )
}

const createServer = async (world: World, store: Store, keys: ServerKeys): Promise<Server> => {
  const { settings, clock, random, log, version } = world
  const {
    app: assets,
    metricsToken,
    hsds,
    maxBodyBytes,
    bodyMemoryBytes,
    waitingLimit,
    retryAfterSeconds,
    pushServices,
    feeds
  } = settings
  const hasApp = existsSync(join(assets, 'index.html'))
  if (!hasApp) log.warn({}, 'The app is not built: phones find the endpoints but no pages')
  const earlierAssets = hasApp ? await keepEarlierAssets(world) : undefined
  const app = createApp({
    store,
    keys,
    clock,
    random,
    log,
    version,
    noteDeletedTestimony: (deleted) => noteDeletedTestimony(deletedTestimoniesPathOf(settings), deleted),
    remindStore: () => remindStore(world, store),
    limits: { maxBodyBytes, bodyMemoryBytes, parcelsAtOnce: waitingLimit, retryAfterSeconds },
    ...(hasApp && { assets }),
    ...(earlierAssets !== undefined && { earlierAssets }),
    ...(pushServices !== undefined && { pushServices }),
    ...(feeds !== undefined && { feeds }),
    ...(metricsToken !== undefined && { metrics: { token: metricsToken, usage } }),
    ...(hsds !== undefined && { hsds: { organisation: hsds, publicUrl: publicUrlOf(world) } })
  })
  return createHttpServer(app.fetch, log)
}

/** A full disk keeps phones of earlier builds from some screens; it must not keep the server from starting. */
const keepEarlierAssets = async ({ settings, clock, log }: World): Promise<string | undefined> => {
  const kept = join(settings.data, 'builds')
  try {
    await keepBuild({ app: settings.app, kept, now: clock.now() })
    return kept
  } catch (fault) {
    log.warn(faultToFacts(fault), 'The files of earlier builds are not kept: nothing could be written beside the data')
    return undefined
  }
}

const usage = (): Usage => {
  const { user, system } = process.cpuUsage()
  return { cpuSeconds: (user + system) / 1e6, residentBytes: process.memoryUsage.rss() }
}

const listen = (server: Server, { settings: { host, port } }: World): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new Trouble(`Port ${port} is taken. Stop what uses it, or set SUSRET_PORT to another.`)
          : error
      )
    )
    server.listen({ port, host, backlog: WAITING_CONNECTIONS }, () => resolve((server.address() as AddressInfo).port))
  })

const printInvites = async (world: World, parts: { store: Store; keys: ServerKeys }, url: string) => {
  for (const role of ['lead', 'worker'] as const) {
    const { organisation } = world.settings
    const lines = await printInvitation(world, parts, { organisation, role, minutes: FIRST_INVITE_MINUTES, url })
    for (const line of ['', ...lines]) world.say(line)
  }
  const others = url.startsWith('https:')
    ? []
    : [
        'Browsers let an app work offline only over https, or on this very machine at localhost: for phones, put Susret',
        'behind a proxy that speaks https and set SUSRET_PUBLIC_URL.'
      ]
  const more = [
    'More invites: npm run susret -- invite --role worker. Stop: Ctrl+C.',
    'A desk for a partner: npm run susret -- invite --role partner --organisation atina --provider Atina'
  ]
  for (const line of ['', ...others, ...more]) world.say(line)
}

const close = (server: Server, { later }: World): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve())
    later(LAST_WORDS_MS, () => server.closeAllConnections())
  })
