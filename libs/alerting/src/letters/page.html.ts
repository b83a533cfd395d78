import { escapeHtml } from '../plain-text.js';
import type { LetterPage, LetterSection } from './digest-letter.js';

const font = 'font-family:system-ui,-apple-system,Segoe UI,Roboto,sans-serif;font-size:16px;line-height:1.5';
const button =
  'display:inline-block;padding:12px 20px;border-radius:6px;background:#1c4d8c;color:#ffffff;text-decoration:none;font-weight:600';

/** A letter of several parts as simple HTML that fits a phone: no images, no scripts, every value escaped. */
export function renderPage({
  language,
  title,
  opening,
  sections,
  link: [label, url],
  footer,
}: LetterPage): string {
  return [
    '<!doctype html>',
    `<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">`,
    `<title>${escapeHtml(title)}</title></head><body style="margin:16px;max-width:640px;${font};color:#1a1a1a">`,
    `<h1 style="font-size:22px;margin:0 0 8px">${escapeHtml(title)}</h1>`,
    `<p style="margin:0 0 16px">${escapeHtml(opening)}</p>`,
    ...sections.map(section),
    `<p style="margin:20px 0 12px"><a style="${button}" href="${escapeHtml(url)}">${escapeHtml(label)}</a></p>`,
    `<p style="margin:16px 0 0;font-size:13px;color:#595959">${escapeHtml(footer)}</p>`,
    '</body></html>',
  ].join('\n');
}

function section({ heading, rows, note }: LetterSection): string {
  return [
    `<h2 style="font-size:17px;margin:20px 0 4px">${escapeHtml(heading)}</h2>`,
    '<table cellpadding="0" cellspacing="0" style="width:100%;border-collapse:collapse">',
    ...rows.map(row),
    '</table>',
    note === undefined
      ? ''
      : `<p style="margin:4px 0 0;font-size:13px;color:#595959">${escapeHtml(note)}</p>`,
  ]
    .filter((line) => line !== '')
    .join('\n');
}

function row([label, value]: readonly [string, string]): string {
  const line = 'border-bottom:1px solid #e3e6ea;vertical-align:top';
  const name = `<th scope="row" style="padding:4px 12px 4px 0;text-align:left;font-weight:400;color:#595959;${line}"><bdi>${escapeHtml(label)}</bdi></th>`;
  return `<tr>${name}<td style="padding:4px 0;text-align:right;${line}"><bdi>${escapeHtml(value)}</bdi></td></tr>`;
}
