// What the list is asked for, kept in the address: codes only, never a word somebody typed.
import { useMemo } from 'react'
import { useSearchParams } from 'react-router'
import { ONLY, type PeopleFilter } from '#app/screens/people/people-list.ts'
import { ZONES } from '#domain/codes/zones.ts'

/** The filter of the address, and how to ask for another. Choosing is no step that *Back* goes through. */
export const usePeopleFilter = (): [PeopleFilter, (filter: PeopleFilter) => void] => {
  const [address, setAddress] = useSearchParams()
  const filter = useMemo(() => readFilter(address), [address])
  return [
    filter,
    (wanted) => {
      const rest = [...address].filter(([name]) => !['days', 'only', 'zone'].includes(name))
      setAddress(new URLSearchParams([...rest, ...writeFilter(wanted)]), { replace: true })
    }
  ]
}

/** Today when nothing is said; what nobody knows is left out. */
export const readFilter = (address: URLSearchParams): PeopleFilter => {
  const zone = ZONES.find((code) => code === address.get('zone'))
  return {
    days: address.get('days') === 'all' ? 'all' : 'today',
    only: ONLY.filter((only) => address.getAll('only').includes(only)),
    ...(zone && { zone })
  }
}

const writeFilter = ({ days, only, zone }: PeopleFilter): [string, string][] => [
  ...(days === 'all' ? [['days', days] satisfies [string, string]] : []),
  ...only.map((one) => ['only', one] satisfies [string, string]),
  ...(zone === undefined ? [] : [['zone', zone] satisfies [string, string]])
]
