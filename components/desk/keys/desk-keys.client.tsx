'use client';
import { useEffect, useState } from 'react';
import type { DeskGroup } from '#components/desk/navigation.ts';
import { Icon } from '#components/ui/icon.tsx';
import { say } from '#lib/desk-words.ts';
import { Palette } from './palette.client.tsx';
import { ShortcutHelp } from './shortcut-help.client.tsx';
import { rememberSingleKeys, singleKeysAreOn } from './single-keys.ts';
import { useShortcuts } from './use-shortcuts.ts';

/** The button that opens the palette, and every shortcut of the desk. */
export function DeskKeys({ groups }: { groups: readonly DeskGroup[] }) {
  const [palette, setPalette] = useState(false);
  const [help, setHelp] = useState(false);
  const [singleKeys, setSingleKeys] = useState(true);
  useEffect(() => setSingleKeys(singleKeysAreOn()), []);
  useShortcuts({ openPalette: () => setPalette(true), openHelp: () => setHelp(true), singleKeys });
  return (
    <>
      <button type="button" className="desk-find" aria-keyshortcuts="Control+K Meta+K" onClick={() => setPalette(true)}>
        <Icon name="search" />
        <span className="desk-find-words">{say('shell.find')}</span>
        <kbd className="kbd">Ctrl K</kbd>
      </button>
      <Palette open={palette} onOpenChange={setPalette} groups={groups} onHelp={() => setHelp(true)} />
      <ShortcutHelp
        open={help}
        onOpenChange={setHelp}
        singleKeys={singleKeys}
        onSingleKeysChange={(on) => {
          rememberSingleKeys(on);
          setSingleKeys(on);
        }}
      />
    </>
  );
}
