import type { Desk } from './desk.js';
import type { Customer } from './people.js';

/** Something that can be seen from outside: in a mailbox, or in public on a platform. */
export interface Sighting {
  readonly says: string;
  /** When it was seen. */
  times(desk: Desk): readonly Date[];
  /** What was there to see instead, for the message of a failed story. */
  instead(desk: Desk): readonly { readonly at: Date; readonly what: string }[];
}

/** A letter that reached the mailbox of somebody of the staff. */
export function alertTo(name: string): AlertSighting {
  return new AlertSighting(name, []);
}

/** A text of ours that stands in public in the thread of a customer. */
export function answerTo(customer: Customer): AnswerSighting {
  return new AnswerSighting(customer, '');
}

class AlertSighting implements Sighting {
  constructor(
    private readonly name: string,
    private readonly words: readonly string[],
  ) {}

  about(customer: Customer): AlertSighting {
    return this.saying(customer.name);
  }

  /** With these words in the subject or in the text. */
  saying(words: string): AlertSighting {
    return new AlertSighting(this.name, [...this.words, words]);
  }

  get says(): string {
    return `an alert to ${this.name} (${this.words.join(', ')})`;
  }

  times(desk: Desk): readonly Date[] {
    const { email } = desk.colleague(this.name);
    return desk.shop.letterBox.letters
      .filter(({ to }) => to.includes(email))
      .filter(({ subject, text }) => this.words.every((words) => `${subject}\n${text}`.includes(words)))
      .map((letter) => letter.at);
  }

  instead(desk: Desk) {
    return desk.shop.letterBox.letters.map(({ at, to, subject }) => ({
      at,
      what: `${to.join()}: ${subject}`,
    }));
  }
}

class AnswerSighting implements Sighting {
  constructor(
    private readonly customer: Customer,
    private readonly words: string,
  ) {}

  naming(words: string): AnswerSighting {
    return new AnswerSighting(this.customer, words);
  }

  get says(): string {
    return `a public answer to ${this.customer.name} (${this.words})`;
  }

  times(desk: Desk): readonly Date[] {
    return this.thread(desk)
      .filter(({ byBrand, text }) => byBrand && text.includes(this.words))
      .map(({ at }) => at);
  }

  instead(desk: Desk) {
    return this.thread(desk).map(({ at, text, byBrand }) => ({
      at,
      what: `${byBrand ? 'we' : 'they'}: ${text}`,
    }));
  }

  private thread(desk: Desk) {
    const { platform, thread } = this.customer.thread;
    return desk.shop.platforms[platform].thread(thread);
  }
}
