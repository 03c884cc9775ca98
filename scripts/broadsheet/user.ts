import { type Command, Option } from 'commander';
import { changeRole } from '#features/user/commands/change-role.ts';
import { endUserSessions } from '#features/user/commands/end-user-sessions.ts';
import { inviteFirstAdmin } from '#features/user/commands/invite-first-admin.ts';
import { inviteUser } from '#features/user/commands/invite-user.ts';
import { makeResetLink } from '#features/user/commands/make-reset-link.ts';
import { renewInvitationLink } from '#features/user/commands/renew-invitation-link.ts';
import { restoreUser } from '#features/user/commands/restore-user.ts';
import { suspendUser } from '#features/user/commands/suspend-user.ts';
import { findPerson, listInvitations, listPeople } from '#features/user/queries.ts';
import { Refusal } from '#lib/errors.ts';
import { type Role, roles } from '#lib/vocabulary.ts';
import { oneOf } from '../terminal/options.ts';
import { type Answer, answering, print } from '../terminal/print.ts';
import { actor } from './actor.ts';
import { tellLink } from './tell-link.ts';

/** `user list|invite|role|suspend|restore|end-sessions|reset-link|first-admin`. */
export function addUserCommands(program: Command): void {
  const user = program.command('user').description('people with an account at the desk; WHO is an e-mail address');
  addListing(user);
  const answer = answering(program);
  addLetting(user, answer);
  addLinks(user, answer);
}

/** This program does not send them, and may not know what the worker knows. */
const whereMailsGo =
  'The worker sends the mail; while it has no server for that (SMTP_URL), the desk keeps it under Mail.';

async function idOf(who: string): Promise<string> {
  const person = await findPerson(who);
  if (!person) throw new Refusal('not_found', `There is no account with the address '${who}'.`);
  return person.id;
}

function addListing(user: Command): void {
  user
    .command('list', { isDefault: true })
    .description('everybody with an account, and who is invited')
    .action(async () => {
      for (let after: string | null | undefined; after !== null; ) {
        const page = await listPeople({ q: '', after: after ?? null });
        for (const { email, role, name, suspended, sessions } of page.rows) {
          const standing = suspended ? 'suspended' : `${sessions} session(s)`;
          print([role.padEnd(11), standing.padEnd(13), email, name].join('  '));
        }
        after = page.after;
      }
      for (const { email, role, expired } of await listInvitations()) {
        print([role.padEnd(11), (expired ? 'link too old' : 'invited').padEnd(13), email].join('  '));
      }
    });
}

function addLetting(user: Command, answer: Answer): void {
  user
    .command('invite')
    .description('invite somebody, by mail')
    .argument('<email>')
    .addOption(new Option('--role <role>', 'what they may do').argParser(oneOf(roles)).makeOptionMandatory())
    .option('--link', 'print the link and send no mail')
    .action(async (email: string, { role, link }: { role: Role; link?: boolean }) => {
      const invitation = await inviteUser(actor, { email, role, mail: !link });
      if (!link) return answer(invitation, () => `${email} is invited as ${role}. ${whereMailsGo}`);
      const made = await renewInvitationLink(actor, { invitationId: invitation.invitationId });
      await tellLink(answer, made, () => made?.link ?? 'The invitation was taken or withdrawn meanwhile.');
    });

  user
    .command('role')
    .description('give somebody another role, which signs them out')
    .argument('<who>')
    .argument('<role>', roles.join(', '), oneOf(roles))
    .action(async (who: string, role: Role) => {
      const result = await changeRole(actor, { userId: await idOf(who), role });
      await answer(result, () => `${who} has the role ${role} from now on, and is signed out everywhere.`);
    });

  user
    .command('suspend')
    .description('keep somebody out, at once')
    .argument('<who>')
    .action(async (who: string) => {
      await answer(
        await suspendUser(actor, { userId: await idOf(who) }),
        () => `${who} is kept out and signed out everywhere.`,
      );
    });

  user
    .command('restore')
    .description('let somebody in again')
    .argument('<who>')
    .action(async (who: string) => {
      await answer(await restoreUser(actor, { userId: await idOf(who) }), () => `${who} may sign in again.`);
    });

  user
    .command('end-sessions')
    .description('sign somebody out everywhere')
    .argument('<who>')
    .action(async (who: string) => {
      await answer(await endUserSessions(actor, { userId: await idOf(who) }), () => `${who} is signed out everywhere.`);
    });
}

function addLinks(user: Command, answer: Answer): void {
  user
    .command('reset-link')
    .description('print a link that sets a new password, for who cannot get mail')
    .argument('<who>')
    .action(async (who: string) => {
      const made = await makeResetLink(actor, { email: who });
      if (!made) throw new Refusal('not_found', `Nobody with the address '${who}' may sign in.`);
      await tellLink(answer, made, () => made.link);
    });

  user
    .command('first-admin')
    .description('print the link that makes the first account, while there is none')
    .action(async () => {
      const made = await inviteFirstAdmin(actor, {});
      if (!made) throw new Refusal('conflict', 'There is an account already; an admin can invite you.');
      await tellLink(answer, made, () => `${made.link}\nIt works until ${made.expiresAt.toISOString()}.`);
    });
}
