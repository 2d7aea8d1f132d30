// `npm test`: installs and sets up what the tests need, then lint, unit, simulate, build, e2e; stops at the first that fails.
// `npm test -- unit tests/domain` runs one step and hands it the rest. Plain JavaScript for Node 20, nothing installed.
import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { build, ensureBuilt } from '../src/server/build.js'
import { ROOT, Trouble, ensureInstalled, projectNode, runAsCommand } from '../src/server/install.js'
import { setUpChromium } from './setup/chromium.js'
import { setUpPostgres } from './setup/postgres.js'

/** Each step: what it needs on the machine, and what it runs under the Node of the project. */
const STEPS = {
  lint: { needs: [], command: ['tests/house/lint.ts'] },
  unit: {
    needs: ['postgres'],
    command: ['node_modules/vitest/vitest.mjs', 'run', '--config', 'tests/vitest.config.ts']
  },
  simulate: { needs: [], command: ['tests/simulation/run.ts', '--seeds', '1000'] },
  build: { needs: [], before: build, command: ['tests/house/size.ts'] },
  e2e: {
    needs: ['postgres', 'chromium'],
    before: ensureBuilt,
    command: ['node_modules/@playwright/test/cli.js', 'test', '--config', 'tests/playwright.config.ts']
  }
}

const main = async () => {
  const [, , only, ...rest] = process.argv
  if (only !== undefined && !(only in STEPS)) {
    throw new Trouble(`There is no step "${only}". Steps: ${Object.keys(STEPS).join(', ')}. Without one, all run.`)
  }
  const names = only === undefined ? Object.keys(STEPS) : [only]
  ensureInstalled()
  const env = await setUp(new Set(names.flatMap((name) => STEPS[name].needs)))
  const results = []
  for (const name of names) {
    results.push(await runStep({ name, rest, env }))
    if (results.at(-1).code !== 0) break
  }
  printSummary(names, results)
  return results.at(-1).code
}

/** The environment of the steps, with what was found or started for them. */
const setUp = async (needs) => {
  const path = [dirname(projectNode()), join(ROOT, 'node_modules', '.bin'), process.env.PATH].join(delimiter)
  // Hundreds of processes of the project start in the tests: each module is made ready once.
  const env = { ...process.env, PATH: path, NODE_COMPILE_CACHE: join(ROOT, 'node_modules', '.cache', 'node') }
  if (needs.has('chromium')) env.CHROMIUM = setUpChromium()
  if (needs.has('postgres')) {
    const { url, stop } = await setUpPostgres()
    process.on('exit', stop)
    env.TEST_DATABASE_URL = url
  }
  return env
}

const runStep = async ({ name, rest, env }) => {
  const { before, command } = STEPS[name]
  const began = Date.now()
  console.log(`\n── ${name}`)
  const code = isReady(before) ? await run([...command, ...rest], env) : 1
  return { name, code, seconds: (Date.now() - began) / 1000 }
}

/** Tells the trouble of a preparation, so that the summary still follows. */
const isReady = (prepare) => {
  try {
    prepare?.()
    return true
  } catch (problem) {
    if (!(problem instanceof Trouble)) throw problem
    console.error(problem.message)
    return false
  }
}

const run = (args, env) =>
  new Promise((settle, reject) => {
    running = spawn(projectNode(), args, { cwd: ROOT, env, stdio: 'inherit' })
    running.on('error', reject)
    running.on('close', (code, signal) => {
      running = undefined
      settle(code ?? 128 + constants.signals[signal])
    })
  })

const printSummary = (names, results) => {
  const passed = results.filter(({ code }) => code === 0).length
  console.log('\n── summary')
  for (const { name, code, seconds } of results) {
    console.log(`${name.padEnd(8)} ${code === 0 ? 'passed' : `FAILED (${code})`} in ${seconds.toFixed(1)} s`)
  }
  for (const name of names.slice(results.length)) console.log(`${name.padEnd(8)} not run`)
  console.log(`Steps: ${passed} passed, ${results.length - passed} failed`)
}

let running

// The step ends first, so that it can put away what it started; then we put away ours.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    if (running === undefined) process.exit(128 + constants.signals[signal])
    // A terminal sends its own interrupt to the step too.
    if (signal !== 'SIGINT' || !process.stdin.isTTY) running.kill(signal)
    process.exitCode = 128 + constants.signals[signal]
  })
}

await runAsCommand(main)
