// Our own drawings on a 48-unit grid, 3-unit stroke. `d` is stroked, `solid` filled. Plain objects and gestures; no flags,
// no crosses, no faces.

type Shape = { readonly d?: string; readonly solid?: string; readonly isDirected?: true }

const circle = (x: number, y: number, radius: number): string =>
  `M${x - radius} ${y}a${radius} ${radius} 0 1 0 ${radius * 2} 0a${radius} ${radius} 0 1 0 ${-radius * 2} 0`

export const ICON_SHAPES = {
  // Ways through the app. Directed ones turn round when reading goes from right to left.
  back: { d: 'M20 10 6 24l14 14M7 24h35', isDirected: true },
  forward: { d: 'M28 10l14 14-14 14M41 24H6', isDirected: true },
  next: { d: 'M18 9l15 15-15 15', isDirected: true },
  previous: { d: 'M30 9 15 24l15 15', isDirected: true },
  farForward: { d: 'M9 9l15 15L9 39M25 9l15 15-15 15', isDirected: true },
  farBack: { d: 'M39 9 24 24l15 15M23 9 8 24l15 15', isDirected: true },
  down: { d: 'M9 17l15 15 15-15' },
  up: { d: 'M9 31l15-15 15 15' },
  close: { d: 'M11 11l26 26M37 11 11 37' },
  search: { d: `${circle(21, 21, 13)}M31 31l11 11`, isDirected: true },
  send: { d: 'M6 24 42 8l-8 32-12-9-4 9-2-12L42 8', isDirected: true },
  undo: { d: 'M16 8 6 18l10 10M7 18h21a11 11 0 0 1 0 22H14', isDirected: true },
  again: { d: 'M40 24a16 16 0 1 1-5-12M36 4v9h-9' },
  list: { d: 'M18 12h24M18 24h24M18 36h24M6 12h3M6 24h3M6 36h3', isDirected: true },
  more: { solid: `${circle(10, 24, 4)}${circle(24, 24, 4)}${circle(38, 24, 4)}` },

  // Places of the app
  today: { d: 'M7 12h34v29H7zM7 20h34M16 6v9M32 6v9' },
  people: {
    d: `${circle(17, 15, 7)}M4 40c0-9 5-14 13-14s13 5 13 14M31 9a7 7 0 0 1 0 13M35 27c6 2 9 6 9 13`
  },
  plus: { d: 'M24 7v34M7 24h34' },
  minus: { d: 'M8 24h32' },
  place: { d: `M24 44C14 32 9 26 9 19a15 15 0 0 1 30 0c0 7-5 13-15 25z${circle(24, 19, 5)}` },
  review: { d: 'M6 42h36M11 42V26h7v16M22 42V8h7v34M33 42V18h7v24' },
  language: { d: `${circle(24, 24, 18)}M6 24h36M24 6c-11 11-11 25 0 36M24 6c11 11 11 25 0 36` },
  phone: { d: 'M14 4h20v40H14zM21 38h6' },
  settings: { d: `M6 14h22M38 14h4M6 34h4M20 34h22${circle(33, 14, 5)}${circle(15, 34, 5)}` },

  // State
  saved: { d: circle(24, 24, 18), solid: 'M24 24V6a18 18 0 0 1 18 18z' },
  sending: { d: 'M24 43V6M10 20 24 6l14 14' },
  check: { d: 'M6 26l12 12L42 11' },
  alert: { d: 'M24 6v24', solid: circle(24, 40, 3) },
  info: { d: `${circle(24, 24, 18)}M24 22v12`, solid: circle(24, 15, 2.4) },
  urgent: { d: 'M24 5 45 42H3zM24 18v12', solid: circle(24, 36, 2.4) },
  clock: { d: `${circle(24, 24, 18)}M24 12v12l8 6` },
  lock: { d: 'M10 21h28v22H10zM16 21v-7a8 8 0 0 1 16 0v7M24 30v5' },
  hide: { d: `M4 24c5-9 12-13 20-13s15 4 20 13c-5 9-12 13-20 13S9 33 4 24zM8 42 40 6${circle(24, 24, 6)}` },
  show: { d: `M4 24c5-9 12-13 20-13s15 4 20 13c-5 9-12 13-20 13S9 33 4 24z${circle(24, 24, 6)}` },

  // Answers a person can give without a word: each has a shape of its own beside its colour.
  answerYes: { d: `${circle(24, 24, 20)}M13 25l8 8 14-16` },
  answerNo: { d: 'M6 6h36v36H6zM15 15l18 18M33 15 15 33' },
  answerUnknown: { d: 'M24 3 45 24 24 45 3 24zM18 19c0-8 12-8 12 0 0 5-6 4-6 9', solid: circle(24, 34, 2.4) },
  answerUnwilling: { d: 'M15 4h18l11 11v18L33 44H15L4 33V15zM13 24h22' },
  turn: { d: 'M8 20A17 17 0 0 1 39 16M40 28A17 17 0 0 1 9 32M40 6v11H29M8 42V31h11' },
  point: { d: 'M18 27V9a4 4 0 0 1 8 0v13l11 3c3 1 4 3 4 6l-2 13H20L9 31c-2-3 2-6 5-4l4 4' },

  // Things done
  sound: { d: 'M6 18h8l11-9v30l-11-9H6zM32 17a9 9 0 0 1 0 14M37 11a17 17 0 0 1 0 26' },
  microphone: { d: 'M24 5a7 7 0 0 1 7 7v11a7 7 0 0 1-14 0V12a7 7 0 0 1 7-7zM10 22a14 14 0 0 0 28 0M24 36v7M16 43h16' },
  edit: { d: 'M8 40l2-9L33 8l7 7-23 23zM28 13l7 7' },
  remove: { d: 'M7 13h34M18 13V7h12v6M12 13l2 29h20l2-29M20 21v14M28 21v14' },
  call: { d: 'M10 6h9l4 11-6 4c2 5 5 8 10 10l4-6 11 4v9c0 3-2 4-5 4C20 42 6 28 6 11c0-3 1-5 4-5z' },
  link: { d: 'M20 28l8-8M18 20l-7 7a7 7 0 0 0 10 10l7-7M30 28l7-7A7 7 0 0 0 27 11l-7 7' },
  copy: { d: 'M16 16h26v26H16zM32 16V6H6v26h10' },
  note: { d: 'M10 5h20l9 9v29H10zM29 5v10h10M17 24h14M17 32h14' },

  // People and what they may need
  man: { d: 'M18 42V30h-5V19h22v11h-5v12z', solid: circle(24, 10, 6) },
  woman: { d: 'M19 42v-8h-7l7-15h10l7 15h-7v8z', solid: circle(24, 10, 6) },
  boy: { d: 'M19 42v-9h-4v-9h18v9h-4v9z', solid: circle(24, 16, 5) },
  girl: { d: 'M20 42v-6h-6l6-12h8l6 12h-6v6z', solid: circle(24, 16, 5) },
  baby: { d: 'M10 40c0-9 6-15 14-15s14 6 14 15zM17 40c0-5 3-7 7-7s7 2 7 7', solid: circle(24, 15, 6) },
  medical: { d: 'M11 6v12a9 9 0 0 0 18 0V6M11 6h4M25 6h4M20 27v5a9 9 0 0 0 18 0v-5', solid: circle(38, 23, 4) },
  medicine: { d: 'M10 26 26 10a9 9 0 0 1 13 13L23 39a9 9 0 0 1-13-13zM18 18l13 13' },
  bed: { d: 'M5 10v30M5 33h38v7M43 33v-8H5M20 25v-7h16c4 0 7 2 7 7', solid: circle(12, 19, 4) },
  food: {
    d: 'M5 26h38c0 9-6 15-13 15H18C11 41 5 35 5 26zM17 19c-4-4 4-7 0-12M26 19c-4-4 4-7 0-12M35 19c-4-4 4-7 0-12'
  },
  water: { d: 'M24 5c8 11 13 17 13 24a13 13 0 0 1-26 0c0-7 5-13 13-24zM18 29c0 4 2 7 6 7' },
  clothes: { d: 'M17 7 5 14l5 9 4-2v21h20V21l4 2 5-9-12-7c-2 5-12 5-14 0z' },
  shoes: { d: 'M6 12v24h36v-5c0-5-5-6-10-7-5-2-8-6-9-12zM6 30h36M22 20l5-2M25 24l5-2' },
  wash: { d: 'M10 42V14a8 8 0 0 1 16 0M17 19h18a9 9 0 0 0-18 0zM20 26v3M26 26v3M32 26v3M20 35v3M26 35v3M32 35v3' },
  charge: { d: 'M12 4h24v40H12zM26 13l-7 12h10l-7 11' },
  papers: { d: `M9 5h30v38H9zM16 33h16M16 38h10${circle(24, 18, 6)}` },
  speech: { d: 'M5 8h38v25H22L12 42v-9H5zM14 17h20M14 25h13' },
  police: { d: 'M24 4 41 10v13c0 11-7 17-17 21C14 40 7 34 7 23V10zM24 14l3 6 7 1-5 5 1 7-6-3-6 3 1-7-5-5 7-1z' },
  bus: { d: 'M7 9h34v27H7zM7 23h34M24 9v14M12 36v5M36 36v5M13 30h3M32 30h3' },
  hands: { d: 'M4 26l8-6 9 3c3 1 3 5 0 5h-6M21 27l11-8c4-3 8 1 5 4L25 37H12l-8 4' },
  law: { d: 'M24 6v36M12 42h24M8 13h32M8 13 3 28h11zM40 13l-5 15h11z' }
} as const satisfies Record<string, Shape>

export type IconName = keyof typeof ICON_SHAPES
export const iconShape = (name: IconName): Shape => ICON_SHAPES[name]
