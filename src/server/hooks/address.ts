// Where a webhook may lead: out into the world, and never to what only this server can reach. Checked when the connection is made,
// with the very address it is made to, so that a name cannot mean one thing when asked and another when used.
import { lookup } from 'node:dns'
import { BlockList, isIP, type LookupFunction } from 'node:net'
import { accept, refuse, type Result } from '#domain/result.ts'

export class NotPublic extends Error {}

const LONGEST = 500

/** What an operator may set. `isInside`: whether it may lead to the private network; http is for this very machine alone. */
export const readHookUrl = (given: string, isInside: boolean): Result<URL, string> => {
  const url = URL.parse(given)
  if (url === null || given.length > LONGEST) return refuse('It is no address, or too long.')
  if (url.username !== '' || url.password !== '' || url.hash !== '') return refuse('No name, password or # in it.')
  const host = hostOf(url)
  const isLoopback = host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'))
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback))
    return refuse('It must begin with https://')
  if (!isInside && (isLoopback || (isIP(host) !== 0 && !isPublic(host)))) {
    return refuse('It leads into the private network. If that is meant, say --inside.')
  }
  return accept(url)
}

/** `[::1]` is written with brackets in an address, and without them to connect. */
export const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[(.+)\]$/, '$1')

/** In place of the lookup of a connection. A name of which any address is private is not connected to. */
export const publicLookup: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error !== null) return callback(error, [])
    if (addresses.some(({ address }) => !isPublic(address))) return callback(new NotPublic(), [])
    if (options.all === true) return callback(null, addresses)
    const [first] = addresses
    return callback(null, first?.address ?? '', first?.family)
  })
}

/** By the registries of special addresses of IANA. Of IPv6 only what is given out for the open internet, without tunnels into IPv4. */
export const isPublic = (address: string): boolean => {
  const family = isIP(address)
  if (family === 4) return !PRIVATE.check(address, 'ipv4')
  return family === 6 && GIVEN_OUT.check(address, 'ipv6') && !TUNNELS.check(address, 'ipv6')
}

const listOf = (family: 'ipv4' | 'ipv6', subnets: readonly (readonly [string, number])[]): BlockList => {
  const list = new BlockList()
  for (const [net, prefix] of subnets) list.addSubnet(net, prefix, family)
  return list
}

const PRIVATE = listOf('ipv4', [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4]
])
const GIVEN_OUT = listOf('ipv6', [['2000::', 3]])
const TUNNELS = listOf('ipv6', [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20]
])
