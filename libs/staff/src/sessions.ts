import { type Clock, Fault } from '@heard/core';
import { type Database, newId, sha256, type Transaction } from '@heard/database';
import { decoyHash, hashPassword, isPassword, randomToken } from './secrets.js';
import { SignInLimit } from './sign-in-limit.js';
import type { Person, InterfaceLanguage } from './person.js';
import type { Audit } from './store/audit.js';
import type { People } from './store/people.js';
import type { Workspace, Workspaces } from './store/workspaces.js';

/** How long a session lasts, in days. */
export const sessionDays = 14;

/** Who is signed in, and where. */
export interface SignedIn {
  readonly sessionId: string;
  readonly person: Person;
  readonly workspace: Workspace;
}

/** What somebody changes about themselves. */
export interface OwnChange {
  readonly interfaceLanguage?: InterfaceLanguage;
  readonly currentPassword?: string;
  readonly newPassword?: string;
}

interface SignInRow {
  readonly workspace_id: string;
  readonly staff_id: string;
  readonly password_hash: string;
}

/** Sessions of the dashboard: an opaque token of 256 bits with its holder, of which only the SHA-256 is stored. */
export class Sessions {
  private readonly limit: SignInLimit;

  constructor(
    private readonly database: Database,
    private readonly people: People,
    private readonly workspaces: Workspaces,
    private readonly audit: Audit,
    clock: Clock,
  ) {
    this.limit = new SignInLimit(clock);
  }

  /**
   * Starts a session. An unknown e-mail address and a wrong password take the same time and give the same fault;
   * where one address works in several workspaces, the password decides.
   */
  async signIn(
    email: string,
    password: string,
    from: { readonly address: string },
  ): Promise<SignedIn & { readonly token: string }> {
    this.limit.enter(email, from.address);
    const found = await this.database.spanning((all) =>
      all.rows<SignInRow>('select * from heard_span.find_sign_in($1)', [email]),
    );
    const match = await whoseIs(password, found);
    if (!match) {
      throw new Fault('refused', 'The e-mail address or the password is wrong.', {
        code: 'wrong_credentials',
      });
    }
    this.limit.succeeded(email, from.address);
    return this.start(match.workspace_id, match.staff_id);
  }

  /** Who holds this token; undefined when it is unknown, expired, or its holder has left. */
  async find(token: string): Promise<SignedIn | undefined> {
    const [found] = await this.database.spanning((all) =>
      all.rows<{ workspace_id: string; session_id: string; staff_id: string }>(
        'select * from heard_span.find_session($1)',
        [sha256(token)],
      ),
    );
    if (!found) return undefined;
    return this.database.inWorkspace(found.workspace_id, (tx) =>
      this.view(tx, found.session_id, found.staff_id),
    );
  }

  /** Ends a session. */
  async signOut(workspaceId: string, sessionId: string): Promise<void> {
    await this.database.inWorkspace(workspaceId, (tx) =>
      tx.run('delete from sessions where workspace_id = $1 and id = $2', [workspaceId, sessionId]),
    );
  }

  /** Changes one's own language or password; a new password ends every other session. */
  async changeOwn(workspaceId: string, session: SignedIn, change: OwnChange): Promise<SignedIn> {
    const { id: staffId, role } = session.person;
    const passwordHash =
      change.newPassword === undefined ? undefined : await this.newHash(workspaceId, staffId, change);
    return this.database.inWorkspace(workspaceId, async (tx) => {
      await tx.run(
        `update staff set interface_language = coalesce($3, interface_language),
           password_hash = coalesce($4, password_hash) where workspace_id = $1 and id = $2`,
        [workspaceId, staffId, change.interfaceLanguage ?? null, passwordHash ?? null],
      );
      if (passwordHash !== undefined) {
        await tx.run('delete from sessions where workspace_id = $1 and staff_id = $2 and id <> $3', [
          workspaceId,
          staffId,
          session.sessionId,
        ]);
        const actor = { kind: 'person', staffId, role } as const;
        await this.audit.write(tx, actor, 'staff.own_password_changed', `staff:${staffId}`);
      }
      return this.view(tx, session.sessionId, staffId);
    });
  }

  /** Also sweeps the person's expired sessions, so that the table does not grow. Times are the database's, as in the check. */
  private async start(workspaceId: string, staffId: string): Promise<SignedIn & { readonly token: string }> {
    const token = randomToken();
    const sessionId = newId();
    return this.database.inWorkspace(workspaceId, async (tx) => {
      await tx.run('delete from sessions where workspace_id = $1 and staff_id = $2 and expires_at <= now()', [
        workspaceId,
        staffId,
      ]);
      await tx.run(
        `insert into sessions (workspace_id, id, staff_id, token_hash, created_at, expires_at)
         values ($1, $2, $3, $4, now(), now() + make_interval(days => $5))`,
        [workspaceId, sessionId, staffId, sha256(token), sessionDays],
      );
      return { ...(await this.view(tx, sessionId, staffId)), token };
    });
  }

  private async newHash(workspaceId: string, staffId: string, change: OwnChange): Promise<string> {
    const [known] = await this.database.inWorkspace(workspaceId, (tx) =>
      tx.rows<{ password_hash: string | null }>(
        'select password_hash from staff where workspace_id = $1 and id = $2',
        [workspaceId, staffId],
      ),
    );
    const current = known?.password_hash ?? (await decoyHash());
    if (!(await isPassword(current, change.currentPassword ?? ''))) {
      throw new Fault('refused', 'The current password is wrong.', { code: 'wrong_password' });
    }
    return hashPassword(change.newPassword ?? '');
  }

  private async view(tx: Transaction, sessionId: string, staffId: string): Promise<SignedIn> {
    return {
      sessionId,
      person: await this.people.get(tx, staffId),
      workspace: await this.workspaces.get(tx),
    };
  }
}

async function whoseIs(password: string, found: readonly SignInRow[]): Promise<SignInRow | undefined> {
  if (found.length === 0) {
    await isPassword(await decoyHash(), password);
    return undefined;
  }
  for (const each of found) if (await isPassword(each.password_hash, password)) return each;
  return undefined;
}
