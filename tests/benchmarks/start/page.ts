// The least a start with a passphrase can be: a field, Argon2 in a thread of its own, and then as many plain counters and
// choices as New arrival has. No library, no styles, no words, no storage, nothing sealed.
const COUNTERS = ['Men', 'Women', 'Boys', 'Girls']
const CHOICES = 24

const stretcher = new Worker(new URL('./stretching-worker.ts', import.meta.url), { type: 'module' })
const form = document.querySelector('form')

form?.addEventListener('submit', (event) => {
  event.preventDefault()
  stretcher.postMessage(form.querySelector('input')?.value)
})

stretcher.addEventListener('message', () => {
  const counters = COUNTERS.map((label) => `<button data-counted="0">${label} <b>0</b></button>`)
  const choices = Array.from({ length: CHOICES }, (_, at) => `<button>Choice ${at + 1}</button>`)
  document.body.innerHTML = `<h1>New arrival</h1>${[...counters, ...choices].join(' ')}`
})

void navigator.serviceWorker.register('/worker.js')
