// `npm run bench`: what saving, carrying, switching and starting cost, side by side. Nothing here passes or fails on a
// time; it fails when what arrived is not what was sent. `npm run bench -- save wire --rounds 9 --seed 7`
import { writeFile } from 'node:fs/promises'
import { cpus, loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { chromium } from '@playwright/test'
import { measureApp } from '#tests/benchmarks/measure-app.ts'
import { measurePeople } from '#tests/benchmarks/measure-people.ts'
import { measureReview } from '#tests/benchmarks/measure-review.ts'
import { measureSave } from '#tests/benchmarks/measure-save.ts'
import { measureWire, OWN_RACERS, RACER_NAMES } from '#tests/benchmarks/measure-wire.ts'
import { createDrafts, draftsToDocuments } from '#tests/benchmarks/records.ts'
import { installPeers } from '#tests/benchmarks/peers/install.ts'
import { reportApp, reportPeople, reportReview, reportSave, reportWire } from '#tests/benchmarks/report.ts'
import { setUpChromium } from '#tests/setup/chromium.js'
import { ensureBuilt } from '#server/build.js'

const PARTS = ['save', 'wire', 'app', 'people', 'review']
const SAVE_ROUNDS = 400
const APP_ROUNDS = 7
const PEOPLE_ROUNDS = 7
const REVIEW_ROUNDS = 7
const COUNTS = [200, 1_000]
const RESULTS = new URL('./results.json', import.meta.url)

const { values, positionals } = parseArgs({
  options: { rounds: { type: 'string', default: '5' }, seed: { type: 'string', default: '2018' } },
  allowPositionals: true
})
const parts = positionals.length > 0 ? positionals : PARTS
const [rounds, seed] = [Number(values.rounds), Number(values.seed)]

const hasPeers = installPeers()
ensureBuilt()
const executablePath = setUpChromium()
process.env['CHROMIUM'] = executablePath
const browser = await chromium.launch({
  executablePath,
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking']
})
const machine = {
  node: process.version,
  chromium: browser.version(),
  processors: cpus().length,
  loadBefore: Number(loadavg()[0]?.toFixed(2))
}
const say = (lines: readonly string[]) => lines.forEach((line) => console.log(line))
const found: Record<string, unknown> = { machine, seed }

if (parts.includes('save')) {
  const save = await measureSave(browser, SAVE_ROUNDS, hasPeers)
  found['save'] = save
  say(reportSave(save))
}
if (parts.includes('wire')) {
  const documents = draftsToDocuments(createDrafts(1_000, seed))
  const bytes = Math.round(JSON.stringify(documents).length / documents.length)
  console.log(`\nOn the wire: our own anonymised arrivals and referrals, ${bytes} bytes of JSON each, seed ${seed}`)
  const wire = await measureWire(
    { browser, rounds, seed },
    { counts: COUNTS, racers: hasPeers ? RACER_NAMES : OWN_RACERS }
  )
  found['wire'] = wire
  say(reportWire(wire))
}
await browser.close()
if (parts.includes('app')) {
  const app = await measureApp(APP_ROUNDS)
  found['app'] = app
  console.log()
  say(reportApp(app))
}
if (parts.includes('people')) {
  const people = await measurePeople(PEOPLE_ROUNDS)
  found['people'] = people
  console.log()
  say(reportPeople(people))
}
if (parts.includes('review')) {
  const review = await measureReview(REVIEW_ROUNDS)
  found['review'] = review
  console.log()
  say(reportReview(review))
}
if (PARTS.every((part) => parts.includes(part))) {
  await writeFile(RESULTS, `${JSON.stringify(found, undefined, 2)}\n`)
  console.log('\nWritten to tests/benchmarks/results.json')
}
