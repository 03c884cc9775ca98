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
import { print } from '../terminal/print.ts';
import { actor } from './actor.ts';

/** `user list|invite|role|suspend|restore|end-sessions|reset-link|first-admin`. */
export function addUserCommands(program: Command): void {
  const user = program.command('user').description('people with an account at the desk; WHO is an e-mail address');
  addListing(user);
  addLetting(user);
  addLinks(user);
}

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
      for (const { email, role, name, suspended, sessions } of await listPeople()) {
        const standing = suspended ? 'suspended' : `${sessions} session(s)`;
        print([role.padEnd(11), standing.padEnd(13), email, name].join('  '));
      }
      for (const { email, role, expired } of await listInvitations()) {
        print([role.padEnd(11), (expired ? 'link too old' : 'invited').padEnd(13), email].join('  '));
      }
    });
}

function addLetting(user: Command): void {
  user
    .command('invite')
    .description('invite somebody, by mail')
    .argument('<email>')
    .addOption(new Option('--role <role>', 'what they may do').argParser(oneOf(roles)).makeOptionMandatory())
    .option('--link', 'print the link and send no mail')
    .action(async (email: string, { role, link }: { role: Role; link?: boolean }) => {
      const invitation = await inviteUser(actor, { email, role, mail: !link });
      print(link ? await renewInvitationLink(actor, { invitationId: invitation.invitationId }) : invitation);
    });

  user
    .command('role')
    .description('give somebody another role, which signs them out')
    .argument('<who>')
    .argument('<role>', roles.join(', '), oneOf(roles))
    .action(async (who: string, role: Role) => print(await changeRole(actor, { userId: await idOf(who), role })));

  user
    .command('suspend')
    .description('keep somebody out, at once')
    .argument('<who>')
    .action(async (who: string) => print(await suspendUser(actor, { userId: await idOf(who) })));

  user
    .command('restore')
    .description('let somebody in again')
    .argument('<who>')
    .action(async (who: string) => print(await restoreUser(actor, { userId: await idOf(who) })));

  user
    .command('end-sessions')
    .description('sign somebody out everywhere')
    .argument('<who>')
    .action(async (who: string) => print(await endUserSessions(actor, { userId: await idOf(who) })));
}

function addLinks(user: Command): void {
  user
    .command('reset-link')
    .description('print a link that sets a new password, for who cannot get mail')
    .argument('<who>')
    .action(async (who: string) => {
      const made = await makeResetLink(actor, { email: who });
      if (!made) throw new Refusal('not_found', `Nobody with the address '${who}' may sign in.`);
      print(made);
    });

  user
    .command('first-admin')
    .description('print the link that makes the first account, while there is none')
    .action(async () => {
      const made = await inviteFirstAdmin(actor, {});
      if (!made) throw new Refusal('conflict', 'There is an account already; an admin can invite you.');
      print(made);
    });
}
