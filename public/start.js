// Counts the starts of this version that came to nothing, and after two asks the service worker for the earlier version.
// It also puts the chosen light and letters on before anything is drawn, and draws the door as the app drew it last. It
// stands outside the app, so that it runs when the app does not; the app says by two events how far it has come.
;(() => {
  const STARTS = 'susret-starts'
  const MOST_STARTS = 2
  /** After a first sign of trouble the app may still come up. */
  const TROUBLE_MS = 2_000
  const SILENCE_MS = 30_000
  const ANSWER_MS = 3_000
  const { version, words: wordFiles } = document.currentScript.dataset

  const readKept = (key) => {
    try {
      return localStorage.getItem(key)
    } catch {
      return null
    }
  }
  const theme = readKept('susret.theme')
  if (theme) document.documentElement.dataset.theme = theme
  const urduLetters = readKept('susret.urdu-letters')
  if (urduLetters) document.documentElement.dataset.urduLetters = urduLetters

  /** The words are on their way while the app is still being read, and not only once it has asked for them. */
  const fetchWordsAhead = () => {
    const [language] = (readKept('susret.languages') ?? '').split(' ')
    const file = (wordFiles ?? '').split(' ').find((one) => one.startsWith(`/assets/words-${language}-`))
    if (!language || !file) return
    const link = document.createElement('link')
    Object.assign(link, { rel: 'modulepreload', crossOrigin: '', href: file })
    document.head.append(link)
  }
  fetchWordsAhead()

  /**
   * The door as it was last drawn on this phone, to be typed at while the app is still being read. The app puts its own door in
   * this one's place, with what was typed; what was tapped here is tapped there again.
   */
  const drawDoor = () => {
    const isPublic = /^\/(services|talk|options)\b/.test(location.pathname)
    if (isPublic || location.hash || readKept('susret-door') !== 'locked') return
    const drawn = readDrawn()
    const [language] = (readKept('susret.languages') ?? '').split(' ')
    if (drawn?.version !== version || (language && language !== drawn.language)) return
    Object.assign(document.documentElement, { lang: drawn.language, dir: drawn.direction })
    const root = document.getElementById('root')
    root.innerHTML = drawn.html
    const [door] = root.children
    door.dataset.drawn = ''
    door.addEventListener('click', (event) => {
      const tapped = event.target.closest('a, button')
      if (!tapped) return
      event.preventDefault()
      door.dataset.tapped = [...root.querySelectorAll('a, button')].indexOf(tapped)
    })
    root.querySelector('input')?.focus()
  }
  const readDrawn = () => {
    try {
      return JSON.parse(readKept('susret-door-drawn'))
    } catch {
      return undefined
    }
  }
  drawDoor()

  const readStarts = () => {
    try {
      const [of, count] = (localStorage.getItem(STARTS) ?? '').split(' ')
      return of === version ? Number(count) : 0
    } catch {
      return MOST_STARTS
    }
  }
  const writeStarts = (count) => {
    try {
      localStorage.setItem(STARTS, `${version} ${count}`)
    } catch {
      // Who cannot count must not start again by itself; `readStarts` sees to that.
      return
    }
  }

  /** What is not heard in time counts as no. */
  const hasGoneBack = () =>
    new Promise((settle) => {
      const worker = navigator.serviceWorker?.controller
      if (!worker) return settle(false)
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = ({ data }) => settle(data.current !== version)
      setTimeout(settle, ANSWER_MS, false)
      worker.postMessage({ say: 'go_back', version }, [port2])
    })

  const before = readStarts()
  writeStarts(before + 1)
  const starts = readStarts() === before + 1 ? before + 1 : MOST_STARTS
  let isShown = false
  let hasTrouble = false

  const giveUp = async () => {
    if (isShown) return
    if (starts < MOST_STARTS || (await hasGoneBack())) return location.reload()
    tellTrouble(true)
  }
  const tellTrouble = (isTold) => {
    const words = document.getElementById('not-started')
    if (words) words.hidden = !isTold
  }
  const seeTrouble = ({ target }) => {
    const isOurs = !(target instanceof Element) || target.matches('script, link[rel=stylesheet]')
    if (isShown || hasTrouble || !isOurs) return
    hasTrouble = true
    setTimeout(giveUp, TROUBLE_MS)
  }

  addEventListener('error', seeTrouble, { capture: true })
  addEventListener('unhandledrejection', seeTrouble)
  setTimeout(() => isShown || tellTrouble(true), SILENCE_MS)

  // A version that has words for what is wrong has started, and they may say that the storage does not open.
  addEventListener('susret-shown', () => {
    isShown = true
    writeStarts(0)
    tellTrouble(false)
  })
  addEventListener('susret-up', () => {
    void navigator.serviceWorker?.ready.then(({ active }) => active?.postMessage({ say: 'came_up', version }))
  })

  // Starts that ended without a word: a page that stayed empty and was closed. This one may come up all the same.
  const goBackUnlessShown = async () => {
    if (!isShown && (await hasGoneBack()) && !isShown) location.reload()
  }
  if (starts > MOST_STARTS) setTimeout(goBackUnlessShown, TROUBLE_MS)
})()
