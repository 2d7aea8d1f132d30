// What every Chromium of the tests is started with: as root, without a graphics card, and talking to nobody but our server.
export const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking'
]
