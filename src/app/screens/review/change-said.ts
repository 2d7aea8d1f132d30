// More or fewer, with its sign: a change without one reads like a count.
import { useFormat } from '#app/language/language-context.tsx'

export const useChangeSaid = (): ((by: number) => string) => {
  const { count } = useFormat()
  return (by) => (by === 0 ? '±0' : `${by > 0 ? '+' : '−'}${count(Math.abs(by))}`)
}
