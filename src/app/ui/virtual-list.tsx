// A list of any length. Only the rows around what is in view are drawn; a screen reader still hears how many there are and
// which one it is on, and the keyboard goes on from a row that was scrolled away.
import {
  type ReactNode,
  type RefObject,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState
} from 'react'
import {
  defaultRangeExtractor,
  observeElementRect,
  type Range,
  type Rect,
  useVirtualizer,
  type Virtualizer
} from '@tanstack/react-virtual'
import styles from '#app/ui/list.module.css'
import { RowPlace } from '#app/ui/row-place.ts'

type VirtualListProps<Item> = {
  label: string
  items: readonly Item[]
  keyOf: (item: Item) => string
  /** One `Row`. */
  children: (item: Item) => ReactNode
}

/** Pixels, until a row has been measured: a title, two lines and where it stands. */
const LIKELY_HEIGHT = 112
/** Drawn above and below what is in view, so that Tab and a quick thumb find the next row there. */
const AROUND = 8

export const VirtualList = <Item,>({ label, items, keyOf, children }: VirtualListProps<Item>) => {
  const list = useRef<HTMLUListElement>(null)
  const above = useHeightAbove(list)
  const focused = useFocusedKey(list)
  const held = useMemo(
    () => (focused === undefined ? -1 : items.findIndex((item) => keyOf(item) === focused)),
    [focused, items, keyOf]
  )
  // Nothing here is memoized by a compiler, and what it returns goes to nobody else.
  // oxlint-disable-next-line react/incompatible-library
  const rows = useVirtualizer<HTMLElement, HTMLLIElement>({
    count: items.length,
    getScrollElement: () => findScroller(list.current),
    observeElementRect: observeWindowOf,
    estimateSize: () => LIKELY_HEIGHT,
    getItemKey: useCallback((index: number) => keyOf(items[index] as Item), [items, keyOf]),
    overscan: AROUND,
    scrollMargin: above,
    rangeExtractor: useCallback((range: Range) => withNeighbours(range, held), [held])
  })
  return (
    <ul ref={list} className={styles.list} aria-label={label} style={listOf(rows.getTotalSize())}>
      {rows.getVirtualItems().map(({ key, index, start }) => (
        <RowPlace
          key={key}
          value={{
            ref: rows.measureElement,
            'data-index': index,
            'data-key': String(key),
            'aria-posinset': index + 1,
            'aria-setsize': items.length,
            style: rowAt(start - above)
          }}
        >
          {children(items[index] as Item)}
        </RowPlace>
      ))}
    </ul>
  )
}

const listOf = (height: number) => ({ position: 'relative', blockSize: `${height}px` }) as const
const rowAt = (start: number) =>
  ({ position: 'absolute', inset: '0 0 auto', transform: `translateY(${start}px)` }) as const

type ListRef = RefObject<HTMLUListElement | null>

/** What stands above the list, within what scrolls, may grow and shrink with every letter. */
const useHeightAbove = (list: ListRef): number => {
  const [above, setAbove] = useState(0)
  useLayoutEffect(() => {
    const measure = () => {
      const scroller = findScroller(list.current)
      if (list.current === null || scroller === null) return
      const top = list.current.getBoundingClientRect().top - scroller.getBoundingClientRect().top
      setAbove(Math.round(top + scroller.scrollTop))
    }
    measure()
    const observer = new ResizeObserver(measure)
    if (list.current?.parentElement) observer.observe(list.current.parentElement)
    return () => observer.disconnect()
  }, [list])
  return above
}

/** The row that the focus is in. */
const useFocusedKey = (list: ListRef): string | undefined => {
  const [key, setKey] = useState<string>()
  useEffect(() => {
    const rows = list.current
    const come = ({ target }: FocusEvent) =>
      setKey(target instanceof Element ? target.closest('li')?.dataset['key'] : undefined)
    // On the way to another row the focus is nowhere for a moment, in which neither may go away.
    const leave = ({ relatedTarget }: FocusEvent) => {
      if (!(relatedTarget instanceof Node && rows?.contains(relatedTarget))) setKey(undefined)
    }
    rows?.addEventListener('focusin', come)
    rows?.addEventListener('focusout', leave)
    return () => {
      rows?.removeEventListener('focusin', come)
      rows?.removeEventListener('focusout', leave)
    }
  }, [list])
  return key
}

/** The row that has the focus stays, and so do the next ones by Tab, wherever the list was scrolled to. */
const withNeighbours = (range: Range, held: number): number[] => {
  const indexes = defaultRangeExtractor(range)
  if (held < 0) return indexes
  const kept = [held - 1, held, held + 1].filter((index) => index >= 0 && index < range.count)
  return [...new Set([...indexes, ...kept])].sort((a, b) => a - b)
}

/** What scrolls is the middle of a screen, or all of it where the window is low. */
const findScroller = (list: HTMLElement | null): HTMLElement | null => {
  let above = list?.parentElement ?? null
  while (above !== null && !/auto|scroll/.test(getComputedStyle(above).overflowY)) above = above.parentElement
  return above
}

/** When the window becomes low, the middle grows to all its rows before anybody asks again what scrolls: no more than a window is seen. */
const observeWindowOf = (rows: Virtualizer<HTMLElement, HTMLLIElement>, onRect: (rect: Rect) => void) =>
  observeElementRect(rows, ({ width, height }) => onRect({ width, height: Math.min(height, window.innerHeight) }))
