import { escapeHtml } from '../plain-text.js';
import type { LetterParts } from './letter.js';

const font = 'font-family:system-ui,-apple-system,Segoe UI,Roboto,sans-serif;font-size:16px;line-height:1.5';
const button =
  'display:inline-block;padding:12px 20px;border-radius:6px;background:#1c4d8c;color:#ffffff;text-decoration:none;font-weight:600';

/** The letter as simple HTML that fits a phone: no images, no scripts, every value escaped, the first link a button. */
export function renderHtml({ language, title, opening, rows, quote, links, footer }: LetterParts): string {
  const html = [
    '<!doctype html>',
    `<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">`,
    `<title>${escapeHtml(title)}</title></head><body style="margin:16px;${font};color:#1a1a1a">`,
    `<h1 style="font-size:20px;margin:0 0 8px">${escapeHtml(title)}</h1>`,
    ...opening.map((sentence) => `<p style="margin:0 0 12px">${escapeHtml(sentence)}</p>`),
    '<table role="presentation" cellpadding="0" cellspacing="0" style="margin:0 0 12px">',
    ...rows.map(tableRow),
    '</table>',
    quote ? quoted(quote) : '',
    ...links.map(([label, url], index) => link(label, url, index === 0 ? button : 'color:#1c4d8c')),
    footer === undefined
      ? ''
      : `<p style="margin:16px 0 0;font-size:13px;color:#595959">${escapeHtml(footer)}</p>`,
    '</body></html>',
  ];
  return html.filter((line) => line !== '').join('\n');
}

function tableRow([label, value]: readonly [string, string]): string {
  const name = `<td style="padding:2px 12px 2px 0;color:#595959;vertical-align:top">${escapeHtml(label)}</td>`;
  return `<tr>${name}<td style="padding:2px 0"><bdi>${escapeHtml(value)}</bdi></td></tr>`;
}

function quoted([label, words]: readonly [string, string]): string {
  const style = 'margin:0 0 16px;padding:8px 12px;border-left:4px solid #c2c8d0;background:#f5f6f8';
  return `<p style="margin:0 0 4px;color:#595959">${escapeHtml(label)}</p>
<blockquote dir="auto" style="${style}">${escapeHtml(words)}</blockquote>`;
}

function link(label: string, url: string, style: string): string {
  return `<p style="margin:0 0 12px"><a style="${style}" href="${escapeHtml(url)}">${escapeHtml(label)}</a></p>`;
}
