// What the operator keeps, and goes back to.
import { DAY, SECOND, type World } from '#tests/simulation/world.ts'

export const keepBackup = async (world: World): Promise<void> => {
  const { server, scheduler } = world
  let lines: string[] | undefined
  const waitForServer = () => {
    const bare = server.bareStore()
    if (bare === undefined) return void world.after(1 * SECOND, 'waits for the server', waitForServer)
    const written: string[] = []
    void bare.backup(async (line) => void written.push(line)).then(() => (lines = written))
  }
  waitForServer()
  await world.until(() => lines !== undefined)
  world.counted('do backup')
  world.backups.push({ lines: lines ?? [], at: scheduler.now() })
}

/** One of the last three backups; whoever was taken off since is taken off again. */
export const restoreBackup = ({ scheduler, backups, plan, counted, server, revoked }: World) => {
  const recent = backups.filter((one) => one.at > scheduler.now() - 20 * DAY).slice(-3)
  const chosen = recent[plan.between(0, recent.length - 1)]
  if (chosen === undefined) return
  counted('do restore')
  void server.restore(chosen.lines, revoked.values())
}
