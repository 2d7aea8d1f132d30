// A real phone, killed again and again at moments that a seed chooses: while it joins, starts, saves, counts and hands
// over. After each kill everything it had shown as saved is there, once; at the end the team has the same, once.
import { setTimeout as sleep } from 'node:timers/promises'
import { createSeededRandom, type Random } from '#domain/seeded-random.ts'
import { addVerdicts, createLedger, type Ledger, NO_VERDICT, type Stint, type Verdict } from '#tests/crash/ledger.ts'
import { compareWithServer, readServer } from '#tests/crash/on-server.ts'
import {
  askWhetherReady,
  countPeople,
  knock,
  logPeople,
  see,
  waitForToday,
  waitUntilReady,
  watchTiles
} from '#tests/crash/shift.ts'
import type { Complaints } from '#tests/e2e/complaints.ts'
import { sendNow, unlock } from '#tests/e2e/world/acts.ts'
import { createTestPhone, type TestPhone } from '#tests/e2e/world/phone.ts'
import type { TestServer } from '#tests/e2e/world/server.ts'
import { wordsOf } from '#tests/e2e/world/words.ts'

export type KillLoop = {
  /** A team of its own for each phone: what others send would be counted with it. */
  readonly openServer: () => Promise<TestServer>
  readonly complaints: Complaints
  readonly rounds: number
  readonly seed: number
}

export type KillReport = Verdict & {
  readonly rounds: number
  readonly phones: number
  readonly killedWhile: Record<'joining' | 'starting' | 'working', number>
}

/** So many kills and a phone is put away, and another joins. */
const ROUNDS_A_PHONE = 25
const LONGEST_JOIN_MS = 3_000
const LONGEST_START_MS = 1_500
const LONGEST_WORK_MS = 4_000
/** One in so many is killed before it is open. */
const KILLED_STARTING = 8

const t = wordsOf('en')

export const runKillLoop = async ({ openServer, complaints, rounds, seed }: KillLoop): Promise<KillReport> => {
  const random = createSeededRandom(seed)
  const killedWhile = { joining: 0, starting: 0, working: 0 }
  const killed = () => killedWhile.joining + killedWhile.starting + killedWhile.working
  let [sum, phones] = [NO_VERDICT, 0]
  while (killed() < rounds) {
    const server = await openServer()
    const phone = await createTestPhone(server.url, complaints)
    const life: Life = { phone, random, ledger: createLedger() }
    phones += 1
    try {
      await joinUnderFire(life, await server.invite('worker'))
      killedWhile.joining += 1
      for (let round = 1; round < ROUNDS_A_PHONE && killed() < rounds; round += 1) {
        const isOffline = random() < 0.5
        await phone.open({ isOffline })
        if (random() * KILLED_STARTING < 1) {
          await killAfter(phone, random() * LONGEST_START_MS, () => unlock(phone.page()))
          killedWhile.starting += 1
          continue
        }
        sum = addVerdicts(sum, await look(life))
        await workUnderFire(life, isOffline)
        killedWhile.working += 1
      }
      await phone.open()
      sum = addVerdicts(sum, await look(life))
      sum = addVerdicts(sum, await handOver(life, server))
      // A long run that is stopped leaves what it has seen.
      console.log(sayHowFar({ killed: killed(), rounds, phones }, sum))
    } finally {
      await phone.dispose()
      await server.dispose()
    }
  }
  return { rounds: killed(), phones, killedWhile, ...sum }
}

const sayHowFar = (
  { killed, rounds, phones }: { killed: number; rounds: number; phones: number },
  { saved, kept, lost, doubled }: Verdict
) =>
  `${killed} kills of ${rounds}, phone ${phones}: ${saved} saved, ${kept} kept unasked, ${lost} lost, ${doubled} doubled`

type Life = {
  readonly phone: TestPhone
  readonly random: Random
  readonly ledger: Ledger
  /** What was done since somebody looked last. */
  stint?: Stint
}

/**
 * Killed once on the way; then the same invite again, and the same words. Only a phone that has said it keeps the whole app
 * must open without signal from here on.
 */
const joinUnderFire = async ({ phone, random }: Life, invite: string) => {
  await phone.open({ path: invite })
  await knock(phone.page())
  await sleep(random() * LONGEST_JOIN_MS)
  await phone.kill()
  await phone.open({ path: invite })
  if ((await knock(phone.page())) === 'unlocks') {
    await waitForToday(phone.page())
    await askWhetherReady(phone.page())
  }
  await waitUntilReady(phone.page())
  await phone.kill()
}

/** Opens the vault and holds what is there against what had been shown. */
const look = async (life: Life): Promise<Verdict> => {
  const { phone, ledger } = life
  await unlock(phone.page())
  await waitForToday(phone.page())
  const seen = await see(phone.page())
  const stint = life.stint ?? ledger.beginStint()
  const before = { arrivals: ledger.arrivals(), tallies: ledger.tallies() }
  const verdict = ledger.judge(stint, seen)
  if (verdict.lost + verdict.doubled > 0) console.log(`wrong: ${JSON.stringify({ before, stint, seen, verdict })}`)
  delete life.stint
  return verdict
}

/** On Today. Without signal it may come back in the middle of the work, so that saving and handing over meet. */
const workUnderFire = async (life: Life, isOffline: boolean) => {
  const { phone, random, ledger } = life
  const stint = ledger.beginStint()
  life.stint = stint
  await watchTiles(phone.page(), stint)
  const work = random() < 0.5 ? countPeople : logPeople
  const workMs = random() * LONGEST_WORK_MS
  const signalMs = isOffline && random() < 0.5 ? random() * workMs : undefined
  const comeBack = async () => {
    if (signalMs === undefined) return
    await sleep(signalMs)
    await phone.context().setOffline(false)
  }
  await killAfter(phone, workMs, () => Promise.all([work(phone.page(), stint, random), comeBack()]))
}

/** What fails because the phone is dead is no failure; what failed before is. */
const killAfter = async (phone: TestPhone, ms: number, work: () => Promise<unknown>) => {
  let isDead = false
  const kill = async () => {
    await sleep(ms)
    isDead = true
    await phone.kill()
  }
  const working = work().catch((error: unknown) => {
    if (!isDead) throw error
  })
  await Promise.all([kill(), working])
}

/** In peace, at last. A phone that was killed while it joined is one phone of the team all the same. */
const handOver = async ({ phone, ledger }: Life, server: TestServer): Promise<Verdict> => {
  await sendNow(phone.page(), t)
  const there = await readServer(server)
  const compared = compareWithServer({ arrivals: ledger.arrivals(), tallies: ledger.tallies() }, there)
  const joinedTwice = (await server.command('devices')).includes('Phone 2 ')
  return { ...NO_VERDICT, ...compared, doubled: compared.doubled + (joinedTwice ? 1 : 0) }
}
