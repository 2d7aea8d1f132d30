// Who reads data by machine, and whether they may. The token comes as bearer, or as the password of a basic login, because that is
// what spreadsheets can be given; never in an address, where it would be logged.
import { accept, refuse, type Result } from '#domain/result.ts'
import { MACHINE_PROBLEMS, type MachineProblem, type MachineProblemCode } from '#protocol/machine-problem.ts'
import { tokenToHash } from '#server/http/access.ts'
import type { AppParts, Context } from '#server/http/parts.ts'
import { isGood, type MachineToken } from '#server/store/machine-tokens.ts'

/** So that a token found somewhere is known for what it is. */
export const TOKEN_PREFIX = 'susret_'

const TOKEN = new RegExp(`^${TOKEN_PREFIX}[A-Za-z0-9_-]{43}$`)

/** The token that asks, or the response that refuses it. */
export const findMachine = async (
  context: Context,
  { store, clock }: Pick<AppParts, 'store' | 'clock'>
): Promise<Result<MachineToken, Response>> => {
  const token = tokenIn(context.req.header('authorization') ?? '')
  const tokenHash = token === undefined ? undefined : await tokenToHash(token)
  const found = tokenHash === undefined ? undefined : await store.findMachineToken(tokenHash)
  if (tokenHash === undefined || found === undefined) {
    return refuse(
      deny(context, 'token_unknown', { says: 'This server knows no such token. Ask its operator for one.' })
    )
  }
  if (found.revokedAt !== null)
    return refuse(deny(context, 'token_revoked', { says: 'The operator has taken this token back.' }))
  if (!isGood(found, clock.now())) {
    return refuse(deny(context, 'token_expired', { says: 'This token has run out. Ask the operator for a new one.' }))
  }
  const seconds = await store.takeAsk(tokenHash)
  if (seconds === 0) return accept(found)
  context.header('retry-after', String(seconds))
  return refuse(deny(context, 'too_often', { says: `Too many questions. Ask again in ${seconds} seconds.` }))
}

export const deny = (
  context: Context,
  problem: MachineProblemCode,
  told: Omit<MachineProblem, 'problem'>
): Response => {
  const status = MACHINE_PROBLEMS[problem]
  if (status === 401) context.header('www-authenticate', 'Basic realm="Susret data", charset="UTF-8", Bearer')
  return context.json({ problem, ...told } satisfies MachineProblem, status)
}

const tokenIn = (authorization: string): string | undefined => {
  const [, kind = '', given = ''] = /^(Bearer|Basic) (\S{1,400})$/i.exec(authorization) ?? []
  const token = kind.toLowerCase() === 'basic' ? passwordIn(given) : given
  return TOKEN.test(token) ? token : undefined
}

/** `name:password`, whatever the name. */
const passwordIn = (basic: string): string => {
  const text = Buffer.from(basic, 'base64').toString('utf8')
  return text.slice(text.indexOf(':') + 1)
}
