import type { SimAnswer, SimRequest } from '../sim-server.js';
import { playError } from './google-play.fake-wire.js';
import type { FakePlayReview, GooglePlayWorld } from './google-play.world.js';

const COLUMNS = [
  ...['Package Name', 'Reviewer Language', 'Device'],
  ...['Review Submit Date and Time', 'Review Submit Millis Since Epoch'],
  ...['Review Last Update Date and Time', 'Review Last Update Millis Since Epoch'],
  ...['Star Rating', 'Review Title', 'Review Text'],
  ...['Developer Reply Date and Time', 'Developer Reply Millis Since Epoch', 'Developer Reply Text'],
  'Review Link',
];

/** The bucket of the made-up developer: a report for each month in which somebody wrote, in UTF-16LE. */
export function reportsAnswer(world: GooglePlayWorld, request: SimRequest): SimAnswer {
  const { bucket, packageName, isBucketClosed } = world;
  const root = `/storage/v1/b/${bucket}/o`;
  if (isBucketClosed === true || !request.path.startsWith(root))
    return playError(403, 'forbidden', 'The account does not have storage.objects.get access to the bucket');
  const stem = `reviews/reviews_${packageName}_`;
  const names = [...new Set(world.reviews.map(({ changedAt }) => `${stem}${monthOf(changedAt)}.csv`))];
  if (request.path === root) return { status: 200, json: { items: names.map((name) => ({ name })) } };
  const name = decodeURIComponent(request.path.slice(root.length + 1));
  if (!names.includes(name)) return playError(404, 'notFound', `No such object: ${bucket}/${name}`);
  const rows = world.reviews.filter(({ changedAt }) => name === `${stem}${monthOf(changedAt)}.csv`);
  const csv = [COLUMNS, ...rows.map((review) => cellsOf(review, packageName))]
    .map((cells) => cells.map(quoted).join(','))
    .join('\n');
  const file = Buffer.from(`\uFEFF${csv}\n`, 'utf16le');
  const [, from = '0', to = ''] = /^bytes=(\d+)-(\d+)$/u.exec(request.headers.range ?? '') ?? [];
  const part = file.subarray(Number(from), to === '' ? undefined : Number(to) + 1);
  const range = `bytes ${from}-${Number(from) + part.length - 1}/${file.length}`;
  return { status: 206, headers: { 'content-range': range, 'content-type': 'text/csv' }, bytes: part };
}

function monthOf(at: string): string {
  return at.slice(0, 7).replace('-', '');
}

function cellsOf(review: FakePlayReview, packageName: string): string[] {
  const { id, stars, title = '', text, language, changedAt, answer } = review;
  const at = [changedAt, String(Date.parse(changedAt))];
  const reply = answer ? [answer.at, String(Date.parse(answer.at)), answer.text] : ['', '', ''];
  const link = `https://play.google.com/console/developers/app/user-feedback/review-details?reviewId=${encodeURIComponent(id)}&corpus=PUBLIC_REVIEWS`;
  // A rating without words has no page of its own.
  const own = text === '' ? '' : link;
  return [packageName, language, 'a52q', ...at, ...at, String(stars), title, text, ...reply, own];
}

/** As spreadsheets write it: only where it has to be. */
function quoted(cell: string): string {
  return /[",\r\n]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
