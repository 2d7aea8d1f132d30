// The browser is killed at moments that a seed chooses. `npm run crash:browser -- --rounds 500` does it more often.
import { createPlantedApp } from '#tests/crash/plant.ts'
import { runKillLoop } from '#tests/crash/kill-loop.ts'
import { expect, test } from '#tests/e2e/fixtures.ts'
import { createTestServer } from '#tests/e2e/world/server.ts'

const SEED = Number(process.env['SEED'] ?? 2018)
const ROUNDS = Number(process.env['CRASH_ROUNDS'] ?? 7)
const PLANT = process.env['CRASH_PLANT']

test(
  `a phone that is killed ${ROUNDS} times has what it showed as saved, and the team has it once`,
  {
    tag: '@letterbox'
  },
  async ({ complaints }) => {
    test.setTimeout(120_000 + ROUNDS * 30_000)
    const planted = PLANT === undefined ? undefined : await createPlantedApp(PLANT)
    const openServer = async () => {
      const server = await createTestServer(planted && { SUSRET_APP: planted.folder })
      await server.start()
      return server
    }
    const report = await runKillLoop({ openServer, complaints, rounds: ROUNDS, seed: SEED })
    await planted?.remove()
    const { rounds, saved, kept, lost, doubled, phones, killedWhile } = report
    console.log(
      `${rounds} rounds (${Object.entries(killedWhile)
        .map(([what, count]) => `${count} ${what}`)
        .join(', ')}), ` +
        `${phones} phones, ${saved} saved, ${kept} kept unasked, ${lost} lost, ${doubled} doubled, seed ${SEED}`
    )
    expect({ lost, doubled }).toEqual({ lost: 0, doubled: 0 })
    expect(saved).toBeGreaterThan(0)
  }
)
