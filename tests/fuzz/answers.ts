// What the server may answer, whatever it was asked.
import { MACHINE_PROBLEMS, MachineProblem } from '#protocol/machine-problem.ts'
import { PROBLEMS, Problem } from '#protocol/problem.ts'
import { SECURITY_HEADERS } from '#server/http/headers.ts'
import type { Outcome } from '#tests/fuzz/wire.ts'

/** What is wrong with an answer; undefined when nothing is. */
export const findWrong = (outcome: Outcome, isHead = false): string | undefined => {
  if (outcome === 'silence') return undefined
  const { status, headers, body } = outcome
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) {
    if (headers[name] !== value) return `${status} without ${name}`
  }
  if (status === 200) return undefined
  if (status >= 500 && status !== 503) return `${status} ${body.toString()}`
  if (isHead && body.length === 0) return undefined
  const said = readJson(body)
  const problem = [Problem, MachineProblem].map((shape) => shape.safeParse(said).data).find((one) => one !== undefined)
  if (problem === undefined) return `${status} is no closed refusal: ${body.subarray(0, 100).toString()}`
  const statuses = { ...PROBLEMS, ...MACHINE_PROBLEMS }
  if (statuses[problem.problem] !== status) return `${problem.problem} with status ${status}`
  if (status === 503 && !/^\d+$/.test(headers['retry-after'] ?? '')) return '503 without Retry-After'
  return undefined
}

const readJson = (body: Buffer): unknown => {
  try {
    return JSON.parse(body.toString())
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
