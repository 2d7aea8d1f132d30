// What every answer says to the browser: nothing from elsewhere, nothing framed, nothing guessed, nothing told onwards.

const POLICY = [
  "default-src 'none'",
  // Argon2 is WebAssembly.
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  // A recorded phrase.
  'media-src blob:',
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'"
].join('; ')

const FEATURES_OFF = (
  'accelerometer autoplay bluetooth display-capture geolocation gyroscope hid magnetometer midi payment ' +
  'serial usb xr-spatial-tracking'
).split(' ')

/** What every answer says. Where it is data, nothing may come of it at all; a phone far away pays for each byte. */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  // Browsers heed it over https alone.
  'strict-transport-security': 'max-age=63072000'
}

/** What the app's own files say besides. */
export const PAGE_HEADERS: Readonly<Record<string, string>> = {
  ...SECURITY_HEADERS,
  'content-security-policy': POLICY,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
  'x-frame-options': 'DENY',
  // A worker scans the cards people bring; the translator records phrases.
  'permissions-policy': [...FEATURES_OFF.map((feature) => `${feature}=()`), 'camera=(self)', 'microphone=(self)'].join(
    ', '
  )
}
