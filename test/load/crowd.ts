import type { PushDelivery } from '@heard/sources';
import type { Act, Player } from './players.js';

/** What a text of a platform has to be in the store. */
export interface Wanted {
  text: string;
  /** `unknown`: it is gone, and the platform may not have told. */
  state: 'visible' | 'deleted' | 'unknown';
}

/** Hands a webhook over; false when nobody was there to take it. */
export type Deliver = (platform: string, delivery: PushDelivery) => Promise<boolean>;

const edited = 0.08;
const removed = 0.04;
const dropped = 0.2;
const doubled = 0.1;

/** People who write, edit and delete on one platform, whose webhooks are dropped, doubled and late. */
export class Crowd {
  readonly wanted = new Map<string, Wanted>();
  private readonly changing: string[] = [];
  private said = 0;

  constructor(
    readonly player: Player,
    private readonly deliver: Deliver,
    private readonly random: () => number,
  ) {}

  /** One new text, and now and then one that is changed or taken away. */
  async act(): Promise<void> {
    await this.write();
    const chance = this.random();
    const id = this.changing[Math.floor(this.random() * this.changing.length)];
    if (id === undefined) return;
    if (chance < edited) await this.edit(id);
    else if (chance < edited + removed) await this.remove(id);
  }

  /** The last words under everything, without which Facebook shows nobody that something above them was edited. */
  async end(): Promise<void> {
    for (const act of this.player.lastWords?.('Останнє слово') ?? []) {
      this.wanted.set(act.id, { text: 'Останнє слово', state: 'visible' });
      await this.tell(act);
    }
  }

  private async write(): Promise<void> {
    const text = this.text();
    const act = this.player.write(text, this.random);
    this.wanted.set(act.id, { text, state: 'visible' });
    if (act.stays !== true) this.changing.push(act.id);
    await this.tell(act);
  }

  private async edit(id: string): Promise<void> {
    if (!this.player.edit) return;
    const text = `${this.text()} (виправлено)`;
    this.wanted.set(id, { text, state: 'visible' });
    await this.tell(this.player.edit(id, text));
  }

  private async remove(id: string): Promise<void> {
    const { player, wanted } = this;
    const gone = wanted.get(id);
    if (!player.remove || !gone) return;
    this.changing.splice(this.changing.indexOf(id), 1);
    const isTold = await this.tell(player.remove(id));
    gone.state = isTold || player.tellsGoneByPushOnly !== true ? 'deleted' : 'unknown';
  }

  private async tell({ told }: Act): Promise<boolean> {
    if (told === undefined || this.random() < dropped) return false;
    const isTaken = await this.deliver(this.player.platform, told);
    if (this.random() < doubled) await this.deliver(this.player.platform, told);
    return isTaken;
  }

  private text(): string {
    this.said += 1;
    const words = this.said % 3 === 0 ? 'Жахливе пакування, дуже розчарована' : 'Дякую, усе чудово';
    return `${words} [${this.player.platform} ${this.said}]`;
  }
}
