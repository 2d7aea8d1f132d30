// What the set-ups ask of the machine they run on.
import { spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

export const isRoot = () => process.getuid?.() === 0

/** Full path of a program, or undefined. */
export const findOnPath = (name) =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find(isProgram)

export const isProgram = (path) => {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** Tries; the caller looks whether the program is there afterwards. */
export const installFromDebian = (...packages) => {
  if (!findOnPath('apt-get') || !isRoot()) {
    console.log(`Cannot install ${packages.join(' ')} from Debian here: that takes apt-get and root.`)
    return
  }
  console.log(`Installing ${packages.join(' ')} from Debian (apt-get) …`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const aptGet = (...args) => spawnSync('apt-get', ['-qq', ...args], { env, stdio: ['ignore', 'ignore', 'inherit'] })
  aptGet('update')
  aptGet('install', '-y', '--no-install-recommends', ...packages)
}
