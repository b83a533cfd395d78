import type { InterfaceLanguage } from '@heard/staff';
import { Email, OneOf, Password } from './fields.js';

/** Who wants to sign in. */
export class SignInDto {
  @Email()
  email: string;

  @Password()
  password: string;
}

/** What somebody changes about themselves. */
export class OwnChangeDto {
  @OneOf(['ru', 'uk', 'en'], { optional: true })
  interfaceLanguage?: InterfaceLanguage;

  @Password({ optional: true, about: 'Needed to change the password.' })
  currentPassword?: string;

  @Password({ optional: true, about: 'At least 12 characters.' })
  newPassword?: string;
}
