// The directory a new team starts with: Belgrade in 2016 as history, and what is known of it today. Every fact names its
// public source; nothing here was dialled or visited.
import * as authorities from '#domain/directory/belgrade/authorities.ts'
import { CARE_OF_2016 } from '#domain/directory/belgrade/care-of-2016.ts'
import { CARE_TODAY } from '#domain/directory/belgrade/care-today.ts'
import * as centrePlaces from '#domain/directory/belgrade/centre-places.ts'
import { CENTRES } from '#domain/directory/belgrade/centres.ts'
import { HELP_LINES } from '#domain/directory/belgrade/help-lines.ts'
import { LAW_TODAY } from '#domain/directory/belgrade/law-today.ts'
import * as organisations from '#domain/directory/belgrade/organisations.ts'
import * as places from '#domain/directory/belgrade/places.ts'
import { TEAMS_OF_2016 } from '#domain/directory/belgrade/teams-of-2016.ts'
import type { DirectoryEntry } from '#domain/directory/directory.ts'

export const BELGRADE: readonly DirectoryEntry[] = [
  ...Object.values(organisations),
  ...Object.values(authorities).flat(),
  ...Object.values(places),
  ...Object.values(centrePlaces),
  ...HELP_LINES,
  ...CARE_TODAY,
  ...LAW_TODAY,
  ...CENTRES,
  ...TEAMS_OF_2016,
  ...CARE_OF_2016
]
