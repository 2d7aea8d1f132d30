// `help`, `--help`: the commands and every setting.
import type { Command } from '#server/commands/world.ts'
import { describeSettings } from '#server/settings.ts'

const COMMANDS = [
  ['start', 'start the server; the first start sets everything up'],
  ['invite [--role worker] [--minutes 10]', 'a one-time invite: link and QR code'],
  ['invite --count 20', 'so many invites, one link a line and no picture'],
  [
    'invite --role partner --organisation atina --provider Atina',
    'a provider of the directory that reads what is referred to it'
  ],
  [
    'invite --role partner --organisation klikaktiv --provider KlikAktiv --collects-testimony',
    'the same, and accounts of being sent back at a border are sealed to it'
  ],
  ['invite --role lead --organisation north --name "North team"', 'another team, with records of its own'],
  ['devices [--organisation atina]', 'every phone: role, last heard from, what is missing of it'],
  ['revoke <number> [--organisation atina]', 'refuse a phone from now on and tell it to destroy its keys'],
  ['ledger', 'which teams tell each other, by card, what they gave'],
  ['ledger --organisation north --take-part yes', 'let a team tell and be told; no: not any more, and it forgets'],
  ['aside', 'what was set aside, and why'],
  ['replay', 'try again what was set aside'],
  ['rescue <file>', 'take what a phone saved that had lost its storage'],
  ['seed', 'set up the organisation, or bring its directory up to date'],
  ['seed --month 2018-07 [--random-seed 1]', 'a made-up month with the published totals'],
  ['form', 'the New arrival form as phones have it, to add a question to'],
  ['seed --form form.json', 'a new version of the New arrival form, for every phone'],
  ['backup <file>', 'everything in one file, while the server goes on'],
  ['restore <file>', 'a backup into an empty store'],
  ['words --export words.json', 'what translators corrected, to be merged into the words of the next release'],
  ['token make --name "Power BI" --sets arrivals,w5 --days 90', 'a token with which a program reads figures'],
  ['token make … [--time week] [--place city] [--country none]', 'how finely it may read them'],
  ['token list', 'every token: what it reads, until when'],
  ['token revoke <number>', 'refuse a token from now on'],
  ['audit [--noted <hash>]', 'who read figures by machine, and whether the list is whole'],
  [
    'export --set core --month 2018-07 --file july.csv',
    'whole months as a file; --from, --to, --time, --place, --country'
  ],
  ['hook set --organisation atina --url https://… [--inside]', "tell a partner's own system of new referrals"],
  ['hook list', 'every webhook, and what arrived or was given up'],
  ['hook remove --organisation atina', 'stop telling it'],
  ['help', 'this page']
] as const

export const help: Command = async ({ say }) => {
  const width = Math.max(...COMMANDS.map(([command]) => command.length))
  say('npm run susret -- <command>')
  say('')
  for (const [command, meaning] of COMMANDS) say(`  ${command.padEnd(width)}  ${meaning}`)
  say('')
  say('Settings are environment variables:')
  say('')
  for (const line of describeSettings()) say(line)
  return 0
}
