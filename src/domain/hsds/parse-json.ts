// JSON as others write it: some begin with a mark that means nothing.

/** Undefined when it is not JSON. */
export const parseJsonText = (text: string): unknown => {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (fault) {
    if (fault instanceof SyntaxError) return undefined
    throw fault
  }
}
