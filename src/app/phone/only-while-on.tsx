// A part of the app that is fetched only where somebody has turned on what it does; where its file is not there, all else works.
import { type ComponentType, lazy, type ReactNode, Suspense } from 'react'
import type { createNotifying } from '#app/phone/notifying.ts'

export const onlyWhileOn = (
  notifying: ReturnType<typeof createNotifying>,
  fetchPart: () => Promise<ComponentType>
): (() => ReactNode) => {
  const Part = lazy(() =>
    fetchPart().then(
      (part) => ({ default: part }),
      () => ({ default: () => null })
    )
  )
  const WhileOn = () =>
    notifying.use() === 'on' && (
      <Suspense>
        <Part />
      </Suspense>
    )
  return WhileOn
}
