// Numbers in rows and columns, each with a mark that is the larger the more it is: where the eye should go first. The numbers are
// written out, so it reads the same in black and white, and aloud.
import type { CSSProperties, ReactNode } from 'react'
import { TableFrame } from '#app/ui/data-table.tsx'
import styles from '#app/ui/heat-table.module.css'

type HeatTableProps = {
  caption: ReactNode
  /** Over the first column. */
  corner: ReactNode
  columns: readonly { id: string; label: ReactNode }[]
  /** `cells` one a column. */
  rows: readonly { id: string; label: ReactNode; cells: readonly number[]; total: number }[]
  totalLabel: ReactNode
  write: (number: number) => string
}

export const HeatTable = ({ caption, corner, columns, rows, totalLabel, write }: HeatTableProps) => {
  const most = Math.max(1, ...rows.flatMap(({ cells }) => cells))
  return (
    <TableFrame caption={caption} className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{corner}</th>
          {columns.map(({ id, label }) => (
            <th key={id} scope="col" className={styles.number}>
              {label}
            </th>
          ))}
          <th scope="col" className={styles.number}>
            {totalLabel}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, label, cells, total }) => (
          <tr key={id}>
            <th scope="row">{label}</th>
            {cells.map((cell, column) => (
              <td
                key={columns[column]?.id}
                className={styles.cell}
                style={{ '--share': cell / most } as CSSProperties}
                data-empty={cell === 0 || undefined}
              >
                <bdi dir="ltr">{write(cell)}</bdi>
              </td>
            ))}
            <td className={styles.number}>
              <bdi dir="ltr">{write(total)}</bdi>
            </td>
          </tr>
        ))}
      </tbody>
    </TableFrame>
  )
}
