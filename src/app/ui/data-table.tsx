// Numbers in rows, with a caption that says what they are. Wide ones scroll inside their own frame.
import { type ReactNode, useId } from 'react'
import { classNames } from '#app/ui/class-names.ts'
import styles from '#app/ui/data-table.module.css'

export type Column = { id: string; label: ReactNode; isNumber?: boolean }
export type TableRow = { id: string; cells: readonly ReactNode[] }

type DataTableProps = {
  caption: ReactNode
  columns: readonly Column[]
  /** The first cell names its row. */
  rows: readonly TableRow[]
  /** The sums, set apart at the end. */
  total?: TableRow
}

export const DataTable = ({ caption, columns, rows, total }: DataTableProps) => (
  <TableFrame caption={caption}>
    <thead>
      <tr>
        {columns.map(({ id, label, isNumber }) => (
          <th key={id} scope="col" className={classNames(isNumber && styles.number)}>
            {label}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {rows.map((row) => (
        <CellRow key={row.id} row={row} columns={columns} />
      ))}
    </tbody>
    {total && (
      <tfoot>
        <CellRow row={total} columns={columns} />
      </tfoot>
    )}
  </TableFrame>
)

type TableFrameProps = {
  caption: ReactNode
  /** Cells that look another way. */ className?: string | undefined
  children: ReactNode
}

/** A table in its own frame, which scrolls with the keyboard too. `children` are its heads and bodies. */
export const TableFrame = ({ caption, className, children }: TableFrameProps) => {
  const captionId = useId()
  return (
    <div className={styles.frame} role="region" aria-labelledby={captionId} tabIndex={0}>
      <table className={classNames(styles.table, className)}>
        <caption id={captionId} className={styles.caption}>
          {caption}
        </caption>
        {children}
      </table>
    </div>
  )
}

const CellRow = ({ row, columns }: { row: TableRow; columns: readonly Column[] }) => (
  <tr>
    {row.cells.map((cell, index) => {
      const column = columns[index]
      return index === 0 ? (
        <th key={column?.id} scope="row">
          {cell}
        </th>
      ) : (
        <td key={column?.id} className={classNames(column?.isNumber && styles.number)}>
          {column?.isNumber ? <bdi dir="ltr">{cell}</bdi> : cell}
        </td>
      )
    })}
  </tr>
)
