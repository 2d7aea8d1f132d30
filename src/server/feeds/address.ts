// Which directories of others may be read: those the operator has named, letter by letter.

/** Where each interface stands, without a slash at its end; undefined where one is no such address. http is for this very machine alone. */
export const readFeeds = (given: string): readonly string[] | undefined => {
  const feeds = given.split(/\s+/).flatMap((word) => (word === '' ? [] : [findFeed(word)]))
  return feeds.every((feed) => feed !== undefined) ? feeds : undefined
}

const HERE = ['localhost', '127.0.0.1', '[::1]']
const LONGEST = 500

const findFeed = (word: string): string | undefined => {
  const url = URL.parse(word)
  if (url === null || word.length > LONGEST) return undefined
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') return undefined
  const isSafe = url.protocol === 'https:' || (url.protocol === 'http:' && HERE.includes(url.hostname))
  return isSafe ? url.href.replace(/\/+$/, '') : undefined
}
