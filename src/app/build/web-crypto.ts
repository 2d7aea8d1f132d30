// Stands in for Node's `crypto` module in the browser: a library asks for it where a Node of long ago has none of its own.
export const webcrypto = globalThis.crypto
