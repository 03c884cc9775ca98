'use client';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { ConfirmDialog } from '#components/ui/confirm-dialog.client.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { Menu, MenuItem, MenuRule } from '#components/ui/menu.client.tsx';
import { Select } from '#components/ui/select.tsx';
import { toast } from '#components/ui/toast.client.tsx';
import type { Person } from '#features/user/queries.ts';
import { say } from '#lib/desk-words.ts';
import type { Result } from '#lib/result.ts';
import { type Role, roles } from '#lib/vocabulary.ts';

type Act<Input> = (input: Input) => Promise<Result<unknown>>;

export interface PersonActionsProps {
  readonly person: Pick<Person, 'id' | 'name' | 'role' | 'suspended' | 'sessions'>;
  readonly changeRole: Act<{ userId: string; role: Role }>;
  readonly suspend: Act<{ userId: string }>;
  readonly restore: Act<{ userId: string }>;
  readonly endSessions: Act<{ userId: string }>;
}

/** What an admin can do about somebody, behind one button; what signs them out is asked twice. */
export function PersonActions({ person, changeRole, suspend, restore, endSessions }: PersonActionsProps) {
  const [asked, setAsked] = useState<'role' | 'suspend' | 'sessions' | null>(null);
  const [role, setRole] = useState<Role>(person.role);
  const { id: userId, name } = person;
  const dialog = (which: typeof asked) => ({
    open: asked === which,
    onOpenChange: (open: boolean) => setAsked(open ? which : null),
  });
  const trigger = (
    <Button look="plain" size="small" shape="icon" aria-label={say('account.people.actionsFor', { name })}>
      <Icon name="more" />
    </Button>
  );
  return (
    <>
      <Menu trigger={trigger}>
        <MenuItem onSelect={() => setAsked('role')}>{say('account.people.changeRole')}</MenuItem>
        <MenuItem onSelect={() => setAsked('sessions')} disabled={person.sessions === 0}>
          {say('account.people.endSessions')}
        </MenuItem>
        <MenuRule />
        {person.suspended ? (
          <MenuItem onSelect={() => void tell(restore({ userId }), say('account.people.restored', { name }))}>
            {say('account.people.restore')}
          </MenuItem>
        ) : (
          <MenuItem tone="danger" onSelect={() => setAsked('suspend')}>
            {say('account.people.suspend')}
          </MenuItem>
        )}
      </Menu>
      <ConfirmDialog
        {...dialog('role')}
        title={say('account.people.changeRoleOf', { name })}
        text={say('account.people.changeRoleText', { name })}
        confirm={say('account.people.changeRoleSubmit')}
        onConfirm={() =>
          tell(
            changeRole({ userId, role }),
            say('account.people.roleChanged', { name, role: say(`account.role.${role}`) }),
          )
        }
      >
        <RoleSelect value={role} onChange={setRole} />
      </ConfirmDialog>
      <ConfirmDialog
        {...dialog('sessions')}
        title={say('account.people.endSessionsOf', { name })}
        text={say('account.people.endSessionsText')}
        confirm={say('account.people.endSessionsSubmit')}
        onConfirm={() => tell(endSessions({ userId }), say('account.people.sessionsEnded', { name }))}
      />
      <ConfirmDialog
        {...dialog('suspend')}
        danger
        title={say('account.people.suspendOf', { name })}
        text={say('account.people.suspendText')}
        confirm={say('account.people.suspendSubmit')}
        onConfirm={() => tell(suspend({ userId }), say('account.people.suspendDone', { name }))}
      />
    </>
  );
}

/** The choice of a role, each with what it may do. */
export function RoleSelect({ value, onChange }: { value: Role; onChange: (role: Role) => void }) {
  const options = roles.map((role) => ({
    value: role,
    label: `${say(`account.role.${role}`)} – ${say(`account.roleHint.${role}`)}`,
  }));
  return (
    <Select
      label={say('account.people.role')}
      name="role"
      value={value}
      options={options}
      onChange={(event) => onChange(roles.find((role) => role === event.target.value) ?? value)}
    />
  );
}

/** Says how it went; false where it went wrong. */
export async function tell(work: Promise<Result<unknown>>, done: string): Promise<boolean> {
  const result = await work;
  if (result.ok) toast.done(done);
  else toast.failed(result.error.message);
  return result.ok;
}
