// `npm run bench`: what saving, switching and starting cost, printed side by side. Nothing here passes or fails.
import { chromium } from '@playwright/test'
import { measureApp } from '#tests/bench/measure-app.ts'
import { measureSave } from '#tests/bench/measure-save.ts'

const SAVE_ROUNDS = 400
const APP_ROUNDS = 7

const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking']
})
const save = await measureSave(browser, SAVE_ROUNDS)
await browser.close()
const app = await measureApp(APP_ROUNDS)

const ms = (value: number) => `${value.toFixed(1)} ms`
console.log(`One record saved, durable and sealed, median of ${save.rounds}`)
console.log(`  ours ${ms(save.oursMs)} · plain strict put ${ms(save.plainMs)} · ratio ${save.ratio.toFixed(2)} (aim 2)`)
console.log(`On a phone slowed down 6 times, median of ${app.rounds} rounds`)
console.log(`  language switched: first time ${ms(app.firstSwitchMs)}, later ${ms(app.switchMs)} (aim 300 ms)`)
console.log(`  cold start without signal: to the passphrase ${ms(app.toPassphraseMs)}`)
console.log(`  unlock to a usable New arrival: ${ms(app.unlockMs)}`)
console.log(`  together ${ms(app.toPassphraseMs + app.unlockMs)} (aim 1500 ms)`)
