// Susret itself: the keeper, the outbox, the round and the desk, as the app has them, against the real server.
import { contentOf, createDrafts } from '#tests/benchmarks/records.ts'
import { offer } from '#tests/benchmarks/wire/contestant.ts'
import { createBrowserPlatform } from '#device/browser-platform.ts'
import { type Desk, openDesk } from '#device/desk.ts'
import { openLetterbox } from '#device/letterbox/database.ts'
import { runRound } from '#device/letterbox/round.ts'
import { openLibrary } from '#device/library/database.ts'
import type { News } from '#device/platform.ts'
import { openVaultDatabase } from '#device/vault/database.ts'
import { createKeeper } from '#device/vault/keeper.ts'
import { isRemoved } from '#domain/records/record.ts'
import { readInviteLink } from '#protocol/endpoints/join.ts'

const news = new EventTarget()
const browser = createBrowserPlatform()
/** The moment a made-up record is saved at, as its clock says on the wire; otherwise it is now. */
let moment: number | undefined
const platform = {
  ...browser,
  now: () => moment ?? browser.now(),
  tell: (what: News) => {
    browser.tell(what)
    news.dispatchEvent(new Event(what))
  }
}
const letterbox = openLetterbox()
const library = openLibrary()
const keeper = createKeeper({
  letterbox,
  vault: openVaultDatabase(),
  platform,
  afterwards: (work) => void setTimeout(work)
})
let desk: Desk | undefined

const round = async () => {
  const { trouble } = await runRound({ letterbox, library, platform, wipe: async () => {} })
  if (trouble) throw new Error(JSON.stringify(trouble))
}

/** Runs a round; `ms` is when `isDone` first held, asked whenever the round has news. */
const roundUntil = async (isDone: () => Promise<boolean>) => {
  const began = performance.now()
  let ms: number | undefined
  const look = async () => {
    if (ms === undefined && (await isDone())) ms ??= performance.now() - began
  }
  const onNews = () => void look()
  news.addEventListener('letterbox', onNews)
  await round()
  news.removeEventListener('letterbox', onNews)
  const whole = performance.now() - began
  await look()
  if (ms === undefined) throw new Error('The round ended before the work was done')
  return { ms, whole }
}

const getDesk = () => {
  if (desk === undefined) throw new Error('The phone has not joined')
  return desk
}

offer({
  prepare: async (invite) => {
    const link = readInviteLink(invite)
    if (link === undefined) throw new Error('No invite')
    const joined = await keeper.joinWith(link, 'rain park bench coffee tram')
    if (!joined.ok) throw new Error(joined.refusal)
    desk = await openDesk(keeper, joined.value)
    await round()
  },
  keep: async (count, seed) => {
    for (const { type, fields, at } of createDrafts(count, seed)) {
      moment = at
      const saved = await keeper.save([{ type, fields }])
      if (!saved.ok) throw new Error(saved.refusal)
    }
    moment = undefined
  },
  push: () => roundUntil(async () => (await letterbox.parcels.where('state').notEqual('received').count()) === 0),
  pull: async (count) => {
    const timing = await roundUntil(async () => {
      await getDesk().refresh()
      return getDesk().records().length >= count
    })
    const records = getDesk()
      .records()
      .filter((record) => !isRemoved(record))
    return { ...timing, content: contentOf(records) }
  }
})
