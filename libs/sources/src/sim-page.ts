/** One text as the page of a made-up platform shows it. */
export interface ShownText {
  readonly author: string;
  readonly at: string;
  readonly text: string;
  readonly mark?: string;
  readonly answers?: readonly ShownText[];
}

/** Escapes text for HTML. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

const STYLE =
  'body{font:16px/1.5 system-ui,sans-serif;max-width:42rem;margin:1rem auto;padding:0 1rem;background:#f4f5f7;color:#1c1e21}' +
  'article{background:#fff;border-radius:8px;padding:.7rem 1rem;margin:.6rem 0}article article{background:#f0f2f5}' +
  'small{color:#5a5f66}p{margin:.2rem 0;white-space:pre-wrap;overflow-wrap:anywhere}';

/** The page for people: simple escaped HTML that looks itself up again. */
export function renderSimPage(
  title: string,
  sections: readonly { name: string; texts: readonly ShownText[] }[],
): string {
  const body = sections
    .map(
      ({ name, texts }) =>
        `<h2>${escapeHtml(name)}</h2>${texts.map(renderText).join('') || '<p>Nothing here yet.</p>'}`,
    )
    .join('');
  return (
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta http-equiv="refresh" content="5">` +
    `<meta name="viewport" content="width=device-width"><title>${escapeHtml(title)}</title><style>${STYLE}</style></head>` +
    `<body><h1>${escapeHtml(title)}</h1><p><small>A made-up platform. Nobody here is real.</small></p>${body}</body></html>`
  );
}

function renderText({ author, at, text, mark, answers = [] }: ShownText): string {
  const badge = mark === undefined ? '' : ` · ${escapeHtml(mark)}`;
  return (
    `<article><small><b><bdi>${escapeHtml(author)}</bdi></b> · ${escapeHtml(at)}${badge}</small>` +
    `<p dir="auto">${escapeHtml(text)}</p>${answers.map(renderText).join('')}</article>`
  );
}
