import style from './reports.module.css';

/** A week of a chart: its whole, the part that stands out, and both in words. */
export interface WeekBar {
  readonly key: string;
  readonly label: string;
  readonly whole: number;
  readonly part?: number;
  readonly words: string;
}

const [width, height, gap] = [28, 96, 8];

/** Bars by week; the same numbers stand in the table beside it, so the drawing is one picture with a name. */
export function WeekBars({ label, bars }: { label: string; bars: readonly WeekBar[] }) {
  const most = Math.max(1, ...bars.map(({ whole }) => whole));
  const tall = (value: number): number => (value / most) * height;
  const total = bars.length * (width + gap);
  // Labels of many weeks would lie on each other.
  const every = Math.ceil(bars.length / 8);
  return (
    <figure className={style.weeks}>
      <svg className={style.chart} viewBox={`0 0 ${total} ${height + 20}`} role="img" aria-label={label}>
        {bars.map(({ key, label: week, whole, part = 0, words }, index) => {
          const x = index * (width + gap);
          return (
            <g key={key}>
              <title>{words}</title>
              <rect x={x} y={0} width={width} height={height} className={style.ground} />
              <rect x={x} y={height - tall(whole)} width={width} height={tall(whole)} className={style.bar} />
              <rect
                x={x}
                y={height - tall(part)}
                width={width}
                height={tall(part)}
                className={style.barPart}
              />
              {index % every === 0 && (
                <text x={x} y={height + 14} className={style.barLabel}>
                  {week}
                </text>
              )}
            </g>
          );
        })}
      </svg>
      <figcaption className={style.note}>{label}</figcaption>
    </figure>
  );
}
