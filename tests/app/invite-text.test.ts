// People paste what they were sent, with whatever stands around it.
import { describe, expect, it } from 'vitest'
import { findInvite } from '#app/screens/join/invite-text.ts'
import { type InviteLink, writeInviteLink } from '#protocol/endpoints/join.ts'

const INVITE: InviteLink = { code: 'Ab3_'.repeat(6).slice(0, 22), server: 'xY9-'.repeat(11).slice(0, 43) }
const LINK = writeInviteLink('https://susret.example', INVITE)

describe('an invite is found in', () => {
  it.each([
    ['the link', LINK],
    ['its end alone', `${INVITE.code}.${INVITE.server}`],
    ['the message it came in', `Hi, open this on your phone:\n${LINK}\nIt works for 10 minutes.`],
    ['a link with a full stop after it', `${LINK}.`],
    ['a link in brackets, with spaces', `  <${LINK}> `]
  ])('%s', (_, text) => {
    expect(findInvite(text)).toEqual(INVITE)
  })
})

describe('no invite is made out of', () => {
  it.each([
    ['nothing', ''],
    ['a link that was cut off', LINK.slice(0, -1)],
    ['a code with a letter too many', LINK.replace('#/join/', '#/join/A')],
    ['a fingerprint with a letter too many', `${LINK}A`],
    ['another address', 'https://susret.example/services']
  ])('%s', (_, text) => {
    expect(findInvite(text)).toBeUndefined()
  })
})
