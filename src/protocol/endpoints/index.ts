// Every endpoint there is: the server mounts this list and describes it in `openapi.json`.
import { dataCodes } from '#protocol/endpoints/data-codes.ts'
import { dataSets } from '#protocol/endpoints/data-sets.ts'
import { dataTable } from '#protocol/endpoints/data-table.ts'
import { deliveries } from '#protocol/endpoints/deliveries.ts'
import { entries } from '#protocol/endpoints/entries.ts'
import { feedPage } from '#protocol/endpoints/feed-page.ts'
import { feedService } from '#protocol/endpoints/feed-service.ts'
import { feeds } from '#protocol/endpoints/feeds.ts'
import { health } from '#protocol/endpoints/health.ts'
import { join } from '#protocol/endpoints/join.ts'
import { library } from '#protocol/endpoints/library.ts'
import { nudgesOff } from '#protocol/endpoints/nudges-off.ts'
import { nudgesOn } from '#protocol/endpoints/nudges-on.ts'
import { nudges } from '#protocol/endpoints/nudges.ts'
import { parcels } from '#protocol/endpoints/parcels.ts'
import { testimoniesListed } from '#protocol/endpoints/testimonies-listed.ts'
import { testimonyDeleted } from '#protocol/endpoints/testimony-deleted.ts'
import { testimonyFetched } from '#protocol/endpoints/testimony-fetched.ts'
import { testimony } from '#protocol/endpoints/testimony.ts'
import { words } from '#protocol/endpoints/words.ts'

export const ENDPOINTS = {
  health,
  join,
  parcels,
  deliveries,
  library,
  words,
  entries,
  feeds,
  feedPage,
  feedService,
  testimony,
  testimoniesListed,
  testimonyFetched,
  testimonyDeleted,
  nudges,
  nudgesOn,
  nudgesOff,
  dataSets,
  dataTable,
  dataCodes
} as const
