// Fetches what reminds only where somebody has turned it on; where its file is not there, nobody is reminded and all else works.
import { lazy, Suspense } from 'react'
import { reminding } from '#app/phone/reminding.ts'

const Remind = lazy(async () =>
  import('#app/cases/remind.tsx').then(
    (file) => ({ default: file.Remind }),
    () => ({ default: () => null })
  )
)

export const RemindersOn = () =>
  reminding.use() === 'on' && (
    <Suspense>
      <Remind />
    </Suspense>
  )
