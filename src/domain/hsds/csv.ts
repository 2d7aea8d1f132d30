// Reading tables as anybody may have written them: RFC 4180, with or without a byte order mark, either end of line.

/**
 * Each row by the names of the first one. A short row has empty cells at its end. Undefined where a cell begins with a quotation mark
 * that nothing ends: how much of the rest is that cell, nobody can tell.
 */
export const readCsv = (text: string): Record<string, string>[] | undefined => {
  const read = readRows(text.replace(/^\uFEFF/, ''))
  if (read === undefined) return undefined
  const [header = [], ...rows] = read
  return rows.map((cells) => Object.fromEntries(header.map((name, index) => [name.trim(), cells[index] ?? ''])))
}

/** A quotation mark inside of a cell that does not begin with one is a letter like any other. */
const CELL = /("(?:[^"]|"")*"|(?!")[^,\r\n]*)(,|\r\n|\n|\r|$)/y

const readRows = (text: string): string[][] | undefined => {
  const rows: string[][] = []
  let row: string[] = []
  CELL.lastIndex = 0
  while (CELL.lastIndex < text.length) {
    const found = CELL.exec(text)
    if (found === null) return undefined
    const [, cell = '', end = ''] = found
    row.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell)
    if (end === ',') continue
    rows.push(row)
    row = []
  }
  return (row.length > 0 ? [...rows, row] : rows).filter((cells) => cells.some((cell) => cell !== ''))
}
