import type { AddressInfo, Socket } from 'node:net';
import { createServer, type Server } from 'node:tls';
import { drawn, type SimChance, type SimFault } from '../sim-server.js';
import { madeUpCertificate, madeUpKey } from './mail.fake-certificate.js';

interface Kept {
  readonly uid: number;
  readonly at: Date;
  readonly bytes: Buffer;
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A made-up mail server: IMAP4rev1 (RFC 3501) over TLS, as much of it as a mailbox that is only read needs. */
export class MailFake {
  readonly letters: Kept[] = [];
  /** When each command came, and what it was, without what was given to it at sign-in. */
  readonly arrived: { readonly atMs: number; readonly call: string }[] = [];
  uidValidity = 7;
  password = 'a-word-for-heard';
  isClosed = false;
  private readonly server: Server;
  private readonly sockets = new Set<Socket>();
  private faults: { kind: SimFault; left: number } | undefined;
  private chance: SimChance | undefined;
  private lastUid = 0;

  constructor() {
    this.server = createServer({ cert: madeUpCertificate, key: madeUpKey }, (socket) => this.serve(socket));
    this.server.on('tlsClientError', () => undefined);
  }

  async listen(): Promise<number> {
    await new Promise<void>((done) => this.server.listen(0, '127.0.0.1', done));
    return (this.server.address() as AddressInfo).port;
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise<void>((done) => this.server.close(() => done()));
  }

  /** Every command that came. */
  get commands(): string[] {
    return this.arrived.map(({ call }) => call);
  }

  get baseUrl(): string {
    return `https://localhost:${(this.server.address() as AddressInfo).port}`;
  }

  deliver(letter: string | Buffer, at: Date): number {
    this.lastUid += 1;
    const bytes = Buffer.isBuffer(letter) ? letter : Buffer.from(letter.replaceAll(/\r?\n/gu, '\r\n'));
    this.letters.push({ uid: this.lastUid, at, bytes });
    return this.lastUid;
  }

  /** The folder is made anew, as when a mailbox was restored: every letter has another number. */
  renumber(): void {
    this.uidValidity += 1;
    this.lastUid = 0;
    for (const { bytes, at } of this.letters.splice(0)) this.deliver(bytes, at);
  }

  failNext(count: number, kind: SimFault): void {
    this.faults = { kind, left: count };
  }

  /** Searches and letters fail by chance from now on; without a program they do not any more. */
  failByChance(chance: SimChance | undefined): void {
    this.chance = chance;
  }

  private serve(socket: Socket): void {
    this.sockets.add(socket);
    socket.on('close', () => this.sockets.delete(socket));
    socket.on('error', () => undefined);
    socket.write('* OK made-up mail server\r\n');
    let unread = '';
    socket.on('data', (bytes) => {
      unread += bytes.toString('latin1');
      for (let end = unread.indexOf('\r\n'); end >= 0; end = unread.indexOf('\r\n')) {
        const line = unread.slice(0, end);
        unread = unread.slice(end + 2);
        this.answer(socket, line);
      }
    });
  }

  private answer(socket: Socket, line: string): void {
    const [tag = '*', ...words] = line.split(' ');
    const isUid = words[0]?.toUpperCase() === 'UID';
    const name = (isUid ? words.slice(0, 2).join(' ') : (words[0] ?? '')).toUpperCase();
    const given = words.slice(isUid ? 2 : 1).join(' ');
    const call = name === 'LOGIN' ? name : `${name} ${given}`.trim();
    this.arrived.push({ atMs: performance.now(), call });
    const say = (...lines: string[]): void => void socket.write(lines.map((each) => `${each}\r\n`).join(''));
    if (name === 'CAPABILITY') return say('* CAPABILITY IMAP4rev1', `${tag} OK done`);
    if (name === 'LOGIN') return say(this.signIn(tag, given));
    if (name === 'LSUB') return say(`${tag} OK done`);
    if (name === 'LIST') return say('* LIST () "/" "INBOX"', `${tag} OK done`);
    if (name === 'LOGOUT') return void socket.end(`* BYE see you\r\n${tag} OK done\r\n`);
    if (name === 'NOOP' || name === 'CLOSE' || name === 'UNSELECT') return say(`${tag} OK done`);
    if (name === 'EXAMINE')
      return this.isThrottled() ? say(`${tag} NO [LIMIT] too many sessions`) : say(...this.examine(tag));
    if (name === 'UID SEARCH') return this.failing(socket, tag) ? undefined : say(...this.search(tag, given));
    if (name === 'UID FETCH') return this.fetch(socket, tag, given);
    return say(`${tag} BAD this server only lets letters be read`);
  }

  /** As careless servers do: the refusal repeats what it was given. */
  private signIn(tag: string, given: string): string {
    const isRight = given.includes(this.password);
    return isRight ? `${tag} OK welcome` : `${tag} NO [AUTHENTICATIONFAILED] ${given} is not accepted`;
  }

  private examine(tag: string): string[] {
    if (this.isClosed) return [`${tag} NO [NOPERM] this folder is not yours to read`];
    return [
      `* ${this.letters.length} EXISTS`,
      '* 0 RECENT',
      String.raw`* FLAGS (\Seen \Deleted)`,
      `* OK [UIDVALIDITY ${this.uidValidity}] valid`,
      `* OK [UIDNEXT ${this.lastUid + 1}] next`,
      `${tag} OK [READ-ONLY] open`,
    ];
  }

  private search(tag: string, given: string): string[] {
    const from = Number(/UID (\d+):\*/u.exec(given)?.[1] ?? 1);
    const [, day = '1', month = 'Jan', year = '1970'] = /SINCE "?(\d+)-(\w{3})-(\d{4})/u.exec(given) ?? [];
    const since = Date.UTC(Number(year), months.indexOf(month), Number(day));
    // `9:*` means the last letter even where it is the sixth (RFC 3501, 6.4.8).
    const found = this.letters.filter(
      (each, index) => (each.uid >= from || index === this.letters.length - 1) && each.at.getTime() >= since,
    );
    return [`* SEARCH ${found.map(({ uid }) => uid).join(' ')}`.trim(), `${tag} OK done`];
  }

  private fetch(socket: Socket, tag: string, given: string): void {
    const [set = ''] = given.split(' ');
    const wanted = set.split(',').map((part) => part.split(':').map(Number));
    const most = Number(/BODY\.PEEK\[\]<0\.(\d+)>/u.exec(given)?.[1] ?? Infinity);
    for (const [index, { uid, at, bytes }] of this.letters.entries()) {
      if (!wanted.some(([first = 0, last = first]) => uid >= first && uid <= last)) continue;
      const date = `${at.getUTCDate()}-${months[at.getUTCMonth()]}-${at.toISOString().slice(0, 4)} ${at.toISOString().slice(11, 19)} +0000`;
      const part = bytes.subarray(0, most);
      socket.write(`* ${index + 1} FETCH (UID ${uid} INTERNALDATE "${date}" BODY[]<0> {${part.length}}\r\n`);
      // In the middle of a letter the line breaks.
      if (drawn(this.chance) !== undefined)
        return void socket.end(part.subarray(0, Math.floor(part.length / 2)));
      socket.write(part);
      socket.write(')\r\n');
    }
    socket.write(`${tag} OK done\r\n`);
  }

  /** Mail servers turn people away at the door, not in the middle of a search. */
  private isThrottled(): boolean {
    if (this.faults?.kind !== 'throttle' || this.faults.left === 0) return false;
    this.faults.left -= 1;
    return true;
  }

  /** True when this time goes wrong, in the way that is due. */
  private failing(socket: Socket, tag: string): boolean {
    const kind = this.takeFault() ?? drawn(this.chance);
    if (kind === undefined) return false;
    if (kind === 'reset' || kind === 'lost') socket.destroy();
    else if (kind === 'truncate') socket.end('* SEARCH 1 2');
    else if (kind === 'html') socket.end('<html><h1>502 Bad Gateway</h1></html>\r\n');
    else if (kind === 'huge') socket.write(`* 1 FETCH (UID 1 BODY[]<0> {${8 * 1024 ** 3}}\r\n`);
    else if (kind === 'redirect') socket.write(`${tag} NO [REFERRAL imap://127.0.0.2/] elsewhere\r\n`);
    else if (kind !== 'slow') socket.write(`${tag} NO [SERVERBUG] something broke\r\n`);
    return true;
  }

  private takeFault(): SimFault | undefined {
    if (!this.faults || this.faults.left === 0) return undefined;
    this.faults.left -= 1;
    return this.faults.kind;
  }
}
