// What a page may ask of the service worker, and the name its background delivery goes by. Page and worker may be of
// different versions, so these words never change their meaning; a word a worker does not know is ignored.
import * as z from 'zod/mini'

export const LETTERBOX_TAG = 'letterbox'

export type WorkerOrder = 'carry' | 'take_over' | VersionOrder

/**
 * `version` is the page's own. `came_up`: it has shown its first screen and opened its storage. `go_back`: it has failed
 * to start too often. `try_again`: it cannot open the storage, which the one that gave way to it may have upgraded. `which`: only
 * asks. Each is answered with `VersionsInUse` on the port that came with it.
 */
export const VersionOrder = z.object({ say: z.enum(['came_up', 'go_back', 'try_again', 'which']), version: z.string() })
export type VersionOrder = z.infer<typeof VersionOrder>

/** `current` is what pages get from now on; `broken` is the version that did not start here and gave way to it. */
export type VersionsInUse = { readonly current: string; readonly broken?: string | undefined }
