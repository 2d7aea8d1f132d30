// Whom to call for it at this hour, one tap each, with what the directory knows of when they answer.
import { CallNumber } from '#app/directory/call-number.tsx'
import { useDirectoryWords } from '#app/directory/directory-words.ts'
import { Said } from '#app/directory/said.tsx'
import { useDirectory } from '#app/directory/use-directory.ts'
import { useWords } from '#app/language/language-context.tsx'
import { useClock } from '#app/phone/use-phone.ts'
import { type Callee, whoToCall } from '#domain/directory/who-to-call.ts'
import type { Call } from '#domain/immediate-actions.ts'

const OF_EACH = 2

export const Callees = ({ calls }: { calls: readonly Call[] }) => {
  const t = useWords('services')
  const at = useClock()()
  const callees = whoToCall(calls, { directory: useDirectory(), at, limit: OF_EACH })
  if (calls.length === 0) return null
  if (callees.length === 0) return <p>{t('noNumber')}</p>
  return callees.map((callee) => <OneCallee key={numberOf(callee)} callee={callee} at={at} />)
}

const OneCallee = ({ callee, at }: { callee: Callee; at: number }) => {
  const words = useDirectoryWords()
  if ('emergency' in callee) return <CallNumber phone={{ number: callee.emergency }} isMain />
  const { row, phone } = callee
  return (
    <div>
      <CallNumber phone={phone} isMain />
      <p>
        <Said words={row.service.name} /> · {words.opening(row, at)}
      </p>
    </div>
  )
}

const numberOf = (callee: Callee): string => ('emergency' in callee ? callee.emergency : callee.phone.number)
