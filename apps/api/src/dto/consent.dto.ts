import { Text, TextList, Token } from './fields.js';

/** Begins a consent. */
export class BeginConsentDto {
  @Token({ pattern: /^[a-z][a-z0-9_-]{0,39}$/u, example: 'facebook' })
  platform: string;

  @Text({
    max: 500,
    optional: true,
    about:
      'The proxy that all calls of the connection go through, the first ones too: https://user:password@host:port.',
  })
  outboundProxy?: string;
}

/** Ends it with what the platform sent the browser back with. */
export class FinishConsentDto {
  @Token({ pattern: /^[\w-]{43}$/u })
  state: string;

  @Token({ pattern: /^[\x21-\x7e]{1,2000}$/u })
  code: string;
}

/** Which of the offered accounts to connect. */
export class ChooseAccountsDto {
  @TextList({ max: 200, most: 200 })
  accounts: string[];
}
