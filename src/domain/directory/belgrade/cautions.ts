// What is uncertain, in words a worker can act on.
import { said } from '#domain/directory/belgrade/said.ts'

export const NO_RECENT_NEWS = said('no_recent_news')

export const CALL_NUMBER_FIRST = said('call_number_first')

export const PLACE_OF_2016 = said('place_of_2016')

export const POINT_IS_ROUGH = said('point_is_rough')

export const WHICH_CENTRES_WORK = said('which_centres_work')

export const NO_ADDRESS_ON_PURPOSE = said('no_address_on_purpose')
