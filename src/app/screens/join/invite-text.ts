// Finds an invite in whatever a person pastes: the link, only its end, or the whole message it came in.
import { type InviteLink, readInviteLink } from '#protocol/endpoints/join.ts'

const INVITE = /(?<![\w-])[\w-]{22}\.[\w-]{43}(?![\w-])/

/** Undefined when no whole invite is in the text. */
export const findInvite = (text: string): InviteLink | undefined => {
  const [found] = INVITE.exec(text) ?? []
  return found === undefined ? undefined : readInviteLink(found)
}
