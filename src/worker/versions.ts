// Which version of the app pages get. A new one takes the place of the old; until it has once come up on this very phone,
// the last one that did is kept whole beside it, to go back to.
import * as z from 'zod/mini'

export const Versions = z.object({
  /** What pages get. */
  current: z.string(),
  /** `current` has shown its first screen and opened its storage on this phone. */
  cameUp: z.boolean(),
  /** The last other version that came up. It stays for pages that still run it, and to go back to. */
  earlier: z.optional(z.string()),
  /** Did not start here and is not tried again by itself. Forgotten when another version takes over. */
  broken: z.optional(z.string())
})
export type Versions = z.infer<typeof Versions>

/** The worker of `version` takes over. The worker of a broken one stays at work, with the earlier app. */
export const takeOver = (before: Versions | undefined, version: string): Versions => {
  if (before === undefined) return { current: version, cameUp: false }
  if (version === before.broken) return before
  if (version === before.current) return { ...before, broken: undefined }
  const earlier = before.cameUp ? before.current : before.earlier
  return { current: version, cameUp: version === before.earlier, earlier: earlier === version ? undefined : earlier }
}

export const seeItUp = (versions: Versions, version: string): Versions =>
  version === versions.current && !versions.cameUp ? { ...versions, cameUp: true } : versions

/** Never away from a version that has come up: what keeps it from starting now is not the version. */
export const goBack = (versions: Versions, version: string): Versions => {
  const { current, cameUp, earlier } = versions
  if (version !== current || cameUp || earlier === undefined) return versions
  return { current: earlier, cameUp: true, broken: version }
}

/** The broken one once more, where it has upgraded the storage that the one before it cannot open. That one stays to go back to. */
export const tryAgain = (versions: Versions): Versions => {
  const { current, broken } = versions
  return broken === undefined ? versions : { current: broken, cameUp: false, earlier: current }
}

export const versionsToKeep = ({ current, earlier }: Versions): string[] =>
  earlier === undefined ? [current] : [current, earlier]
