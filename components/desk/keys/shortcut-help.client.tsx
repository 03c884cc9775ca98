'use client';
import { shownKeys } from '#components/desk/editor/shown-keys.ts';
import { tools } from '#components/desk/editor/tools.ts';
import { Checkbox } from '#components/ui/checkbox.tsx';
import { Dialog } from '#components/ui/dialog.client.tsx';
import { say } from '#lib/desk-words.ts';
import { shortcuts } from './shortcuts.ts';

interface ShortcutHelpProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly singleKeys: boolean;
  readonly onSingleKeysChange: (on: boolean) => void;
}

/** Which keys do what, and the switch that turns single keys off. */
export function ShortcutHelp({ open, onOpenChange, singleKeys, onSingleKeysChange }: ShortcutHelpProps) {
  return (
    <Dialog title={say('shell.shortcuts')} open={open} onOpenChange={onOpenChange}>
      <dl className="shortcut-list">
        <Line keys={[shownKeys('Mod K')]} name={say('shell.palette')} />
        <Line keys={['/']} name={say('shell.focusSearch')} />
        <Line keys={['?']} name={say('shell.shortcuts')} />
        {shortcuts.map(({ keys, name, href }) => (
          <Line key={href} keys={keys} name={name} />
        ))}
      </dl>
      <h3 className="shortcut-part">{say('shell.storyKeys')}</h3>
      <dl className="shortcut-list">
        <Line keys={[shownKeys('Mod S')]} name={say('editor.offer.keep')} />
        <Line keys={[shownKeys('Mod K')]} name={say('editor.tool.link')} />
        {tools
          .flat()
          .map(
            ({ name, keys }) => keys && <Line key={name} keys={[shownKeys(keys)]} name={say(`editor.tool.${name}`)} />,
          )}
        <Line keys={['Esc']} name={say('editor.tools')} />
      </dl>
      <Checkbox
        label={say('shell.singleKeys')}
        checked={singleKeys}
        onChange={(event) => onSingleKeysChange(event.target.checked)}
      />
    </Dialog>
  );
}

function Line({ keys, name }: { keys: readonly string[]; name: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {keys.map((key) => (
          <kbd key={key} className="kbd">
            {key}
          </kbd>
        ))}
      </dd>
    </div>
  );
}
