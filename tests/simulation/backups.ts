// What the operator keeps, and goes back to.
import { DAY, MINUTE, SECOND, type World } from '#tests/simulation/world.ts'

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
  world.backups.push({ lines: lines ?? [], at: scheduler.now(), epoch: world.ledger.epoch() })
}

/** One of the last three backups; whoever was taken off since is taken off again. */
export const restoreBackup = (world: World) => {
  const chosen = oneOfTheLast(world)
  if (chosen === undefined) return
  world.counted('do restore')
  void world.server.restore(chosen.lines)
}

/** A copy of the disk is put back, and nobody says so: its epoch is the one that phones know. */
export const putDiskBack = (world: World) => {
  const chosen = oneOfTheLast(world)
  if (chosen === undefined || chosen.epoch !== world.ledger.epoch()) return
  world.counted('do put back')
  void world.server.restore(chosen.lines, chosen.epoch)
}

/** Put back to some minutes ago, of which no phone has heard a receipt: what was taken in them comes again, to another place. */
export const putMinutesBack = async (world: World) => {
  const { server, ledger, silence, minutesBack } = world
  const [bare, epoch] = [server.bareStore(), ledger.epoch()]
  const lines: string[] = []
  silence.aboutParcels = true
  await bare?.backup(async (line) => void lines.push(line))
  world.after(minutesBack.between(1, 15) * MINUTE, 'the disk is put back', () => {
    silence.aboutParcels = false
    if (lines.length === 0 || world.faults() === undefined || epoch !== ledger.epoch()) return
    world.counted('do put minutes back')
    void server.restore(lines, epoch)
  })
}

const oneOfTheLast = ({ scheduler, backups, plan }: World) => {
  const recent = backups.filter((one) => one.at > scheduler.now() - 20 * DAY).slice(-3)
  return recent[plan.between(0, recent.length - 1)]
}
