// How likely somebody is known again in a table of which small numbers are not told: for one person 1 in as many as look the
// same, and of all people the mean. Those not told look the same as each other. What is hidden besides, so that a small number
// cannot be worked out, only lowers the risk.
import { SMALLEST_CELL } from '#domain/disclosure/suppress.ts'
import { type CountTable, sumOf } from '#domain/disclosure/table.ts'

/** From here on nothing is handed out: the Humanitarian Data Exchange shares a data set below three in a hundred. */
export const RISK_LIMIT = 0.03

/** 0 to 1; 0 where nobody is counted. */
export const meanRisk = ({ rows }: CountTable): number => {
  const counts = rows.flat().filter((count) => count > 0)
  const told = counts.filter((count) => count >= SMALLEST_CELL)
  const kindsOfPeople = told.length + (told.length < counts.length ? 1 : 0)
  return counts.length === 0 ? 0 : kindsOfPeople / sumOf(counts)
}

export const peopleInSmallCells = ({ rows }: CountTable): number =>
  sumOf(rows.flat().filter((count) => count < SMALLEST_CELL))
