// A screen fetched when it is first opened, or before. When its file cannot be had, a plain sentence stands in its place,
// with a way back and another try; nothing else on the phone is touched.
import { type ComponentType, lazy, type LazyExoticComponent, useReducer, useState } from 'react'
import { ScreenMissing, ShowAgainContext } from '#app/shell/screen-missing.tsx'

type LazyScreen<Props extends object> = ComponentType<Props> & {
  /** Fetches it, so that it is drawn at once when it is opened. What fails now is fetched again then. */
  readonly prepare: () => Promise<void>
}

export const lazyScreen = <Props extends object = object>(
  load: () => Promise<ComponentType<Props>>
): LazyScreen<Props> => {
  let failures = 0
  let ready: ComponentType<Props> | undefined
  const begin = (): LazyExoticComponent<ComponentType<Props>> => {
    const attempt = lazy(async () => {
      const found = await load().catch(() => undefined)
      failures = found === undefined ? failures + 1 : 0
      return { default: found ?? Missing }
    })
    const forget = () => {
      if (screen === attempt) screen = begin()
    }
    const Missing = () => <ScreenMissing failures={failures} forget={forget} />
    return attempt
  }
  let screen = begin()
  const Opened = (props: Props) => {
    const [, showAgain] = useReducer((times: number) => times + 1, 0)
    // Once opened it stays the same one: another would begin anew.
    const [prepared] = useState(ready === undefined ? undefined : () => ready)
    const Screen = prepared ?? screen
    return (
      <ShowAgainContext value={showAgain}>
        <Screen {...props} />
      </ShowAgainContext>
    )
  }
  const prepare = async () => {
    ready = await load().catch(() => undefined)
  }
  return Object.assign(Opened, { prepare })
}
