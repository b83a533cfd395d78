import type { Clock } from '@heard/core';
import { multipartFields } from '../multipart.js';
import type { SimAnswer, SimRequest } from '../sim-server.js';
import { textOf, wireOf } from '../wire.js';
import type { FakeChat, FakeClaim, FakeMessage, WildberriesWorld } from './wildberries.world.js';

const EVENTS_A_PAGE = 100;
const MAX_CLAIMS = 200;
const SHOWN_MS = 14 * 86_400_000;
const MAX_SIGN = 255;
const MAX_MESSAGE = 1_000;
const NM_ID = 987_654_321;

/** What the API of the made-up marketplace answers about chats and claims. */
export class WildberriesFakePrivate {
  constructor(
    private readonly world: WildberriesWorld,
    private readonly clock: Clock,
    private readonly habits: { readonly eventsPerPage?: number },
  ) {}

  answer(request: SimRequest): SimAnswer | undefined {
    switch (`${request.method} ${request.path}`) {
      case 'GET /api/v1/seller/chats':
        return { status: 200, json: { result: this.world.chats.map(chatWire), errors: null } };
      case 'GET /api/v1/seller/events':
        return this.events(request.query.get('next'));
      case 'POST /api/v1/seller/message':
        return this.send(request);
      case 'GET /api/v1/claims':
        return this.claims(request.query);
      case 'PATCH /api/v1/claim':
        return this.decide(request.json);
    }
    return undefined;
  }

  /** Those of one moment are never parted by the border of a page. */
  private events(next: string | null): SimAnswer {
    if (next !== null && !/^[1-9]\d*$/.test(next)) return chatError('Invalid value for "next"');
    const all = this.world.chats
      .flatMap((chat) => chat.messages.map((message, index) => ({ chat, message, isFirst: index === 0 })))
      .filter(({ message }) => Date.parse(message.at) > Number(next ?? 0))
      .sort((a, b) => a.message.at.localeCompare(b.message.at));
    const size = this.habits.eventsPerPage ?? EVENTS_A_PAGE;
    const last = all[Math.min(size, all.length) - 1]?.message.at;
    const shown = last === undefined ? [] : all.filter(({ message }) => message.at <= last);
    const result = {
      next: last === undefined ? Number(next ?? 0) : Date.parse(last),
      newestEventTime: last ?? this.clock.now().toISOString(),
      oldestEventTime: shown[0]?.message.at ?? this.clock.now().toISOString(),
      totalEvents: shown.length,
      events: shown.map(({ chat, message, isFirst }) => eventWire(chat, message, isFirst)),
    };
    return { status: 200, json: { result, errors: null } };
  }

  private send({ headers, body }: SimRequest): SimAnswer {
    const type = headers['content-type'] ?? '';
    if (!type.startsWith('multipart/form-data')) return chatError('Invalid content type');
    const { replySign = '', message = '' } = multipartFields(type, body);
    const chat = this.world.chats.find(({ sign }) => sign === replySign);
    if (chat === undefined || replySign.length > MAX_SIGN) return chatError('Invalid signature');
    if (message === '' || message.length > MAX_MESSAGE) return chatError('Invalid value for "message"');
    this.world.lastId += 1;
    const at = this.clock.now();
    const id = `fd22e5bf-0000-4000-8000-${String(this.world.lastId).padStart(12, '0')}`;
    chat.messages.push({ id, sender: 'seller', text: message, at: at.toISOString() });
    return { status: 200, json: { result: { addTime: at.getTime(), chatID: chat.id }, errors: [] } };
  }

  /** Only what the claim itself lists is taken, and a comment only where one belongs. */
  private decide(json: unknown): SimAnswer {
    const given = wireOf(json);
    const [action, comment] = [textOf(given['action']), textOf(given['comment'])];
    if (action === undefined) return modelError('The Action field is required.');
    const claim = this.world.claims.find(({ id, removed }) => id === given['id'] && !removed);
    if (claim === undefined) return modelError('The claim was not found.');
    const choice = CHOICES[action];
    if (choice === undefined || !claim.actions.includes(action))
      return modelError(`The action ${action} is not available for this claim.`);
    if (comment !== undefined && !COMMENTED.has(action))
      return modelError('The Comment field is not allowed.');
    if (comment === undefined && action === 'rejectcustom')
      return modelError('The Comment field is required.');
    if (comment !== undefined && (comment.length < 10 || comment.length > 1_000))
      return modelError('The field Comment must be a string of 10 to 1000 characters.');
    const at = this.clock.now().toISOString();
    if (action === 'approvecc1') {
      claim.actions = ['confirmreturngoodcc1', 'rejectcustom'];
      return { status: 200, html: '' };
    }
    const approved = !action.startsWith('reject');
    claim.decision = { approved, words: comment ?? choice.words ?? '', at, goods: choice.goods };
    // What was rejected may be reconsidered.
    claim.actions = approved ? [] : claim.actions.filter((each) => !each.startsWith('reject'));
    return { status: 200, html: '' };
  }

  private claims(query: URLSearchParams): SimAnswer {
    const archive = query.get('is_archive');
    const limit = Number(query.get('limit') ?? 50);
    const offset = Number(query.get('offset') ?? 0);
    if (archive !== 'true' && archive !== 'false')
      return claimError('Failed to deserialize query string: missing field `is_archive`');
    if (!(limit >= 1 && limit <= MAX_CLAIMS) || !(offset >= 0))
      return claimError('limit or offset is out of range');
    const from = this.clock.now().getTime() - SHOWN_MS;
    const id = query.get('id');
    const found = this.world.claims
      .filter((each) => !each.removed && Date.parse(each.at) >= from)
      .filter((each) => (each.decision !== undefined) === (archive === 'true') && (id ?? each.id) === each.id)
      .sort((a, b) => b.at.localeCompare(a.at));
    const claims = found.slice(offset, offset + limit).map(claimWire);
    return { status: 200, json: { claims, total: found.length } };
  }
}

/** What the buyer reads of each choice, and what becomes of the goods; `undefined` where the seller's own words are taken. */
const CHOICES: Readonly<Record<string, { readonly words?: string; readonly goods: number }>> = {
  approve1: { words: 'Заявка одобрена: сдайте товар в пункт выдачи', goods: 8 },
  approve2: { words: 'Заявка одобрена: сдайте товар в пункт выдачи', goods: 10 },
  autorefund1: { words: 'Заявка одобрена: деньги вернутся без возврата товара', goods: 5 },
  reject1: {
    words: 'Пришлось отклонить заявку — подтвердить производственный брак не получилось.',
    goods: 1,
  },
  reject2: { words: 'Пришлось отклонить заявку — нужно чуть больше информации.', goods: 1 },
  reject3: { words: 'Пришлось отклонить заявку: отнесите товар в сервисный центр.', goods: 1 },
  rejectcustom: { goods: 1 },
  approvecc1: { goods: 0 },
  confirmreturngoodcc1: { words: 'Товар принят, деньги вернутся', goods: 10 },
};

const COMMENTED: ReadonlySet<string> = new Set(['rejectcustom', 'approvecc1']);

function chatWire({ id, sign, clientId, clientName, orderId, messages }: FakeChat): object {
  const last = messages.at(-1);
  return {
    ...{ chatID: id, replySign: sign, clientID: clientId, clientName },
    goodCard: goodCard(orderId),
    lastMessage: { text: last?.text ?? '', addTimestamp: Date.parse(last?.at ?? '1970-01-01T00:00:00Z') },
  };
}

function goodCard(rid: string): object {
  const card = { nmID: NM_ID, price: 500, priceCurrency: 'RUB', size: '0', statusID: 11 };
  return { date: '2026-11-05T10:00:00Z', ...card, rid };
}

/** Only the first event of a chat bears its signature. */
function eventWire(chat: FakeChat, { id, sender, text, at }: FakeMessage, isFirst: boolean): object {
  const client = { clientID: chat.clientId, clientName: chat.clientName };
  return {
    ...{ chatID: chat.id, eventID: id, eventType: 'message' },
    ...(isFirst && { isNewChat: true, replySign: chat.sign }),
    message: { text, ...(isFirst && { attachments: { goodCard: goodCard(chat.orderId) } }) },
    source: sender === 'client' ? 'android' : 'seller-public-api',
    ...{ addTimestamp: Date.parse(at), addTime: at.replace(/\.\d+Z$/, 'Z'), sender },
    ...(sender === 'client' && client),
  };
}

/** A claim as the API of Wildberries shows it. */
export function claimWire({ id, orderId, comment, at, decision, actions }: FakeClaim): object {
  const status = decision === undefined ? 0 : decision.approved ? 2 : 1;
  const plain = (time: string): string => time.replace('Z', '245');
  return {
    ...{ id, claim_type: 1, status, status_ex: decision?.goods ?? [0, 1, 8][status], nm_id: NM_ID },
    ...{ user_comment: comment, wb_comment: decision?.words ?? null, dt: plain(at) },
    ...{ imt_name: 'Тени исчезают в полдень. Подарочное издание', order_dt: '2026-11-05T10:00:00' },
    ...{ dt_update: plain(decision?.at ?? at), photos: [], video_paths: [], srid: orderId },
    ...{ actions },
    ...{ price: 500, currency_code: '643' },
  };
}

function chatError(detail: string): SimAnswer {
  const about = { origin: 'proxy-chats', requestId: '62f59a4ce21064f20b1bbc28c85f38d8' };
  return { status: 400, json: { status: 400, title: 'Bad Request', detail, error: detail, ...about } };
}

function modelError(detail: string): SimAnswer {
  const words = `Input model is not valid; Details: ${detail}`;
  return {
    status: 400,
    json: { title: 'Validation error', detail: words, requestId: '0HN3PI6JUGFSL:00000004' },
  };
}

function claimError(detail: string): SimAnswer {
  const requestId = 'e0aedc10-9789-49c1-9a83-d8422b4703dc';
  return { status: 400, json: { title: 'Invalid query params', detail, requestId } };
}
