'use client';
import { useState } from 'react';
import { useGo } from '#components/desk/leave/use-go.ts';
import type { DeskGroup, DeskLink } from '#components/desk/navigation.ts';
import { StandingBadge } from '#components/desk/standing-badge.tsx';
import { useStorySearch } from '#components/desk/use-story-search.ts';
import { CommandDialog, CommandGroup, CommandItem } from '#components/ui/command.client.tsx';
import { Icon, type IconName } from '#components/ui/icon.tsx';
import type { FoundStory } from '#features/article/model-desk-list.ts';
import { say } from '#lib/desk-words.ts';

interface PaletteProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly groups: readonly DeskGroup[];
  readonly onHelp: () => void;
}

/** Goes anywhere by a few letters: pages, stories, a new one. */
export function Palette({ open, onOpenChange, groups, onHelp }: PaletteProps) {
  const leaveFor = useGo();
  const [words, setWords] = useState('');
  const { found, searching } = useStorySearch(words, { on: open });
  const close = () => {
    onOpenChange(false);
    setWords('');
  };
  const go = (href: string) => {
    close();
    leaveFor(href);
  };
  const help = () => {
    close();
    onHelp();
  };
  const actions: Entry[] = [
    { name: say('shell.newArticle'), icon: 'edit', run: () => go('/desk/articles/new') },
    { name: say('shell.viewSite'), icon: 'external', run: () => go('/') },
    { name: say('shell.shortcuts'), icon: 'keyboard', run: help },
  ];
  const own: DeskLink = { href: '/desk/account', name: say('shell.account'), icon: 'account' };
  const pages = [...groups.flatMap(({ links }) => links), own].map(
    ({ href, name, icon }): Entry => ({ name, icon, run: () => go(href) }),
  );
  return (
    <CommandDialog
      label={say('shell.palette')}
      open={open}
      onOpenChange={(next) => (next ? onOpenChange(true) : close())}
      words={words}
      onWordsChange={setWords}
      placeholder={say('shell.palettePlaceholder')}
      empty={say(searching ? 'shell.searching' : 'shell.nothingFound')}
    >
      <Entries name={say('shell.group.do')} entries={actions} words={words} />
      <Entries name={say('shell.group.go')} entries={pages} words={words} />
      <Stories found={found} go={go} />
    </CommandDialog>
  );
}

interface Entry {
  readonly name: string;
  readonly icon: IconName;
  readonly run: () => void;
}

/** Those whose name has all the words somewhere. */
function Entries({ name, entries, words }: { name: string; entries: readonly Entry[]; words: string }) {
  const wanted = words.toLowerCase().split(/\s+/);
  const fitting = entries.filter((entry) => wanted.every((word) => entry.name.toLowerCase().includes(word)));
  if (fitting.length === 0) return null;
  return (
    <CommandGroup name={name}>
      {fitting.map((entry) => (
        <CommandItem key={entry.name} value={entry.name} onSelect={entry.run}>
          <Icon name={entry.icon} />
          {entry.name}
        </CommandItem>
      ))}
    </CommandGroup>
  );
}

/** What the server found. */
function Stories({ found, go }: { found: readonly FoundStory[]; go: (href: string) => void }) {
  if (found.length === 0) return null;
  return (
    <CommandGroup name={say('shell.group.stories')}>
      {found.map(({ id, headline, standing, href }) => (
        <CommandItem key={id} value={id} onSelect={() => href && go(href)}>
          <Icon name="article" />
          <span className="min-w-0 truncate">{headline || say('articles.untitled')}</span>
          <span className="popup-hint">
            <StandingBadge standing={standing} />
          </span>
        </CommandItem>
      ))}
    </CommandGroup>
  );
}
