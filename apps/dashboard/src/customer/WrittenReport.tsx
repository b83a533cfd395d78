import type { WrittenReportView } from '@heard/insight';
import style from './customer.module.css';

/** A report in words: what it says of the state of things first, then the rest in order. */
export function WrittenReport({ report }: { report: WrittenReportView }) {
  return (
    <div lang={report.language}>
      {report.sections.map(({ key, heading, lines }) => (
        <section key={key} className={key === 'status' ? `${style.section} ${style.status}` : style.section}>
          <h2>{heading}</h2>
          <ul>
            {lines.map(({ text, quote }, index) => (
              // Lines have no names of their own, and never change places.
              <li key={index} data-quote={quote ?? false}>
                <bdi>{text}</bdi>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
