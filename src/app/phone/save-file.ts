// Puts a text, or bytes, into a file among this phone's downloads.
export const saveFile = (name: string, content: string | Uint8Array<ArrayBuffer>, type = 'application/json'): void => {
  const address = URL.createObjectURL(new Blob([content], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The browser reads it after the click.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
