// Listens to what a browser complains about: console errors of pages, workers and the service worker, and faults that
// nobody caught.
import type { BrowserContext, ConsoleMessage, Worker } from '@playwright/test'

/** No signal is an ordinary state of ours; the browser prints one line for each attempt all the same. */
const WITHOUT_SIGNAL =
  /^Failed to load resource: net::ERR_(INTERNET_DISCONNECTED|CONNECTION_REFUSED|CONNECTION_RESET|EMPTY_RESPONSE)/

export type Complaints = {
  /** For contexts a test opens itself; the `context` of the fixtures is watched already. */
  readonly watch: (context: BrowserContext) => void
  /** This test causes complaints like this one, and that is right. */
  readonly expect: (text: RegExp) => void
  readonly unexpected: () => string[]
}

export const createComplaints = (): Complaints => {
  const heard = new Map<object, string>()
  const expected = [WITHOUT_SIGNAL]
  const onConsole = (message: ConsoleMessage) => {
    if (message.type() === 'error') heard.set(message, message.text())
  }
  const onServiceWorker = (worker: Worker) => worker.on('console', onConsole)
  return {
    watch: (context) => {
      context.on('console', onConsole)
      context.on('weberror', (fault) => heard.set(fault, toText(fault.error())))
      context.serviceWorkers().forEach(onServiceWorker)
      context.on('serviceworker', onServiceWorker)
    },
    expect: (text) => {
      expected.push(text)
    },
    unexpected: () => [...heard.values()].filter((text) => !expected.some((pattern) => pattern.test(text)))
  }
}

/** A fault of the browser's own has no stack. */
const toText = ({ name, message, stack }: Error): string => stack || `${name}: ${message}`
