// The server as one function from its parts: what comes in at which address, and what every answer has in common.
import { Hono } from 'hono'
import type { Endpoint } from '#protocol/endpoints/endpoint.ts'
import { ENDPOINTS } from '#protocol/endpoints/index.ts'
import { answerAssets } from '#server/http/assets.ts'
import { createBudget } from '#server/http/body.ts'
import { answerData } from '#server/http/data.ts'
import { answerDeliveries } from '#server/http/deliveries.ts'
import { PAGE_HEADERS, SECURITY_HEADERS } from '#server/http/headers.ts'
import { answerFeeds } from '#server/http/feeds.ts'
import { answerHealth } from '#server/http/health.ts'
import { answerHsdsList, answerHsdsOne, answerHsdsRoot, createReadDirectory, HSDS_LISTS } from '#server/http/hsds.ts'
import { answerJoin } from '#server/http/join.ts'
import { answerLibrary } from '#server/http/library.ts'
import { describeEndpoints } from '#server/http/openapi.ts'
import { createCounts } from '#server/http/counts.ts'
import { answerMetrics } from '#server/http/metrics.ts'
import { answerNudges, answerNudgesOff, answerNudgesOn } from '#server/http/nudges.ts'
import { answerParcels } from '#server/http/parcels.ts'
import {
  answerTestimoniesListed,
  answerTestimony,
  answerTestimonyDeleted,
  answerTestimonyFetched
} from '#server/http/testimonies.ts'
import { answerEntries, answerWords } from '#server/http/words.ts'
import type { AppParts, Handler, Variables } from '#server/http/parts.ts'
import { busy, refusal } from '#server/http/refusal.ts'
import { faultToFacts } from '#server/log.ts'
import { DatabaseAway } from '#server/store/database.ts'

export type App = Hono<{ Variables: Variables }>

const APP_FILES = 'app'

export const createApp = (parts: AppParts): App => {
  const app: App = new Hono()
  const budget = createBudget(parts.limits.bodyMemoryBytes)
  const counts = createCounts()
  const handlers: Record<keyof typeof ENDPOINTS, Handler> = {
    health: answerHealth(parts),
    join: answerJoin(parts, budget),
    parcels: answerParcels(parts, budget, counts),
    deliveries: answerDeliveries(parts),
    library: answerLibrary(parts),
    words: answerWords(parts, budget),
    entries: answerEntries(parts, budget),
    ...answerFeeds(parts),
    testimony: answerTestimony(parts, budget),
    testimoniesListed: answerTestimoniesListed(parts),
    testimonyFetched: answerTestimonyFetched(parts),
    testimonyDeleted: answerTestimonyDeleted(parts, budget),
    nudges: answerNudges(parts),
    nudgesOn: answerNudgesOn(parts, budget),
    nudgesOff: answerNudgesOff(parts),
    ...answerData(parts)
  }
  const described = describeEndpoints(parts.version, parts.hsds !== undefined)

  app.use(async (context, next) => {
    const began = parts.clock.now()
    await next()
    const { route = 'none', phone, isQuiet } = context.var
    const headers = route === APP_FILES ? PAGE_HEADERS : SECURITY_HEADERS
    for (const [name, value] of Object.entries(headers)) context.header(name, value)
    const { status } = context.res
    if (isQuiet && status < 500) return
    const ms = parts.clock.now() - began
    counts.note({ route, status, ms })
    parts.log.info(
      {
        method: context.req.method,
        route,
        status,
        ms,
        ...(phone !== undefined && !isQuiet && { phone })
      },
      'answered'
    )
  })

  for (const name of Object.keys(ENDPOINTS) as (keyof typeof ENDPOINTS)[]) {
    const { method, path, isQuiet }: Endpoint = ENDPOINTS[name]
    app.on(method, path, async (context) => {
      context.set('route', path)
      context.set('isQuiet', isQuiet === true)
      context.header('cache-control', 'no-store')
      return handlers[name](context)
    })
  }

  app.get('/openapi.json', (context) => {
    context.set('route', '/openapi.json')
    return context.json(described, 200, { 'cache-control': 'no-cache' })
  })

  if (parts.metrics !== undefined) {
    const answer = answerMetrics(parts.metrics, counts)
    app.get('/metrics', (context) => {
      context.set('route', '/metrics')
      return answer(context)
    })
  }

  if (parts.hsds !== undefined) {
    const { organisation, publicUrl } = parts.hsds
    const readDirectory = createReadDirectory(parts, organisation)
    const routes: [path: string, answer: Handler][] = [
      ['/hsds', answerHsdsRoot(publicUrl)],
      ['/hsds/', answerHsdsRoot(publicUrl)],
      ...HSDS_LISTS.flatMap((list): [string, Handler][] => [
        [`/hsds/${list}`, answerHsdsList(list, readDirectory)],
        [`/hsds/${list}/:id`, answerHsdsOne(list, readDirectory)]
      ])
    ]
    for (const [path, answer] of routes) {
      app.get(path, (context) => {
        context.set('route', path)
        context.header('cache-control', 'no-cache')
        return answer(context)
      })
    }
  }

  if (parts.assets !== undefined) {
    const answer = answerAssets(parts.assets, parts.earlierAssets)
    app.get('*', (context) => {
      if (/^\/(v1|hsds)(\/|$)/.test(context.req.path)) return refusal(context, 'not_found')
      context.set('route', APP_FILES)
      return answer(context)
    })
  }

  app.notFound((context) => refusal(context, 'not_found'))
  app.onError((fault, context) => {
    const route = context.var.route ?? 'none'
    if (fault instanceof DatabaseAway) {
      parts.log.warn({ route, ...faultToFacts(fault.cause) }, 'The database is away')
      return busy(context, parts)
    }
    parts.log.error({ route, ...faultToFacts(fault) }, 'fault')
    return refusal(context, 'fault')
  })
  return app
}
