import type { ReactNode } from 'react';
import style from './reports.module.css';

/** A row of a table: what it is about, and its cells. */
export interface TableRow {
  readonly key: string;
  readonly head: ReactNode;
  readonly cells: readonly ReactNode[];
}

/** A plain table of numbers; on a narrow screen it scrolls by itself, also by keyboard. */
export function Table({
  label,
  columns,
  rows,
}: {
  label: string;
  /** The first names the rows. */
  columns: readonly string[];
  rows: readonly TableRow[];
}) {
  return (
    <div className={style.scroll} role="region" aria-label={label} tabIndex={0}>
      <table className={style.table}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, head, cells }) => (
            <tr key={key}>
              <th scope="row">{head}</th>
              {cells.map((cell, index) => (
                <td key={columns[index + 1]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A part of a report with its heading and what must be known to read it. */
export function Part({ title, note, children }: { title: string; note?: string; children: ReactNode }) {
  return (
    <section className={style.part}>
      <h2>{title}</h2>
      {note && <p className={style.note}>{note}</p>}
      {children}
    </section>
  );
}
