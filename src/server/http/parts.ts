// What the HTTP side is built from; nothing in it is global.
import type { Context as HonoContext } from 'hono'
import type { ServerKeys } from '#server/keys.ts'
import type { Usage } from '#server/http/counts.ts'
import type { Log } from '#server/log.ts'
import type { DeletedTestimony, Store } from '#server/store/store.ts'

export type Limits = {
  /** One body. */
  readonly maxBodyBytes: number
  /** All bodies in memory together. */
  readonly bodyMemoryBytes: number
  /** Parcels under way: being checked, or waiting for the disk. */
  readonly parcelsAtOnce: number
  /** The shortest wait a phone is told when the server is busy. */
  readonly retryAfterSeconds: number
}

export type AppParts = {
  readonly store: Store
  readonly keys: ServerKeys
  /** Milliseconds since 1970 UTC. */
  readonly clock: { readonly now: () => number }
  readonly random: (bytes: number) => Uint8Array
  readonly log: Log
  readonly limits: Limits
  readonly version: string
  /** Folder of the built app; left out, only the endpoints are there. */
  readonly assets?: string
  /** Left out, nobody is told the counts. */
  readonly metrics?: { readonly token: string; readonly usage: () => Usage }
  /** Whose directory anyone may read, and where phones open the server; left out, nobody does. */
  readonly hsds?: { readonly organisation: string; readonly publicUrl: string }
  /** Push services the operator has named, as origins, beside those of the browsers' makers. */
  readonly pushServices?: readonly string[]
  /** Directories of others that leads may read, as `readFeeds` gives them. */
  readonly feeds?: readonly string[]
  /** Remembers outside the store that one was deleted, so that no backup brings it back; left out, one may. */
  readonly noteDeletedTestimony?: (deleted: DeletedTestimony) => Promise<void>
  /** Tells the store once more whom it is to refuse and what was deleted, where it was put back to before that; left out, nobody does. */
  readonly remindStore?: () => Promise<void>
  /** Folder with the files of earlier builds; see `app-builds.ts`. */
  readonly earlierAssets?: string
}

/** `route`: the pattern, for the log. `phone`: the number the team knows it by. `isQuiet`: only a fault is noted, of no phone. */
export type Variables = { route?: string; phone?: number; isQuiet?: boolean }
export type Context = HonoContext<{ Variables: Variables }>
export type Handler = (context: Context) => Promise<Response>
