// A screen fetched when it is first opened. When its file cannot be had, a plain sentence stands in its place, with a way
// back and another try; nothing else on the phone is touched.
import { type ComponentType, lazy, type LazyExoticComponent, useReducer } from 'react'
import { ScreenMissing, ShowAgainContext } from '#app/shell/screen-missing.tsx'

export const lazyScreen = <Props extends object = object>(
  load: () => Promise<ComponentType<Props>>
): ComponentType<Props> => {
  let failures = 0
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
  return (props) => {
    const [, showAgain] = useReducer((times: number) => times + 1, 0)
    const Screen = screen
    return (
      <ShowAgainContext value={showAgain}>
        <Screen {...props} />
      </ShowAgainContext>
    )
  }
}
