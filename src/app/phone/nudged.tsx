// Fetches what a nudged phone needs only where a lead has asked for it; where its file is not there, all else works.
import { lazy, Suspense } from 'react'
import { nudging } from '#app/phone/nudging.ts'

const KeepNudged = lazy(async () =>
  import('#app/phone/keep-nudged.tsx').then(
    (file) => ({ default: file.KeepNudged }),
    () => ({ default: () => null })
  )
)

export const Nudged = () =>
  nudging.use() === 'on' && (
    <Suspense>
      <KeepNudged />
    </Suspense>
  )
