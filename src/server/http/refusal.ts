// Every refusal is one of the problems of the protocol, with its status.
import type { Problem, ProblemCode } from '#protocol/problem.ts'
import { PROBLEMS } from '#protocol/problem.ts'
import type { AppParts, Context } from '#server/http/parts.ts'

export const refusal = (context: Context, problem: ProblemCode, extra: Omit<Problem, 'problem'> = {}): Response =>
  context.json({ problem, ...extra } satisfies Problem, PROBLEMS[problem])

/** "Come later", to each phone at another time, so that they do not all come back at once. */
export const busy = (context: Context, { limits, random }: Pick<AppParts, 'limits' | 'random'>): Response => {
  const spread = (random(1)[0] ?? 0) / 255
  context.header('retry-after', String(Math.ceil(limits.retryAfterSeconds * (1 + 3 * spread))))
  return refusal(context, 'busy')
}
