'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import type { DeskGroup } from '#components/desk/navigation.ts';
import { StandingBadge } from '#components/desk/standing-badge.tsx';
import { useStorySearch } from '#components/desk/use-story-search.client.ts';
import { CommandDialog, CommandGroup, CommandItem } from '#components/ui/command.client.tsx';
import { Icon } from '#components/ui/icon.tsx';
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
  const router = useRouter();
  const [words, setWords] = useState('');
  const { found, searching } = useStorySearch(words, { on: open });
  const close = () => {
    onOpenChange(false);
    setWords('');
  };
  const go = (href: string) => {
    close();
    if (href.startsWith('/desk')) router.push(href);
    else window.location.assign(href);
  };
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
      <CommandGroup name={say('shell.group.do')}>
        <CommandItem value={say('shell.newArticle')} onSelect={() => go('/desk/articles/new')}>
          <Icon name="edit" />
          {say('shell.newArticle')}
        </CommandItem>
        <CommandItem value={say('shell.viewSite')} onSelect={() => go('/')}>
          <Icon name="external" />
          {say('shell.viewSite')}
        </CommandItem>
        <CommandItem
          value={say('shell.shortcuts')}
          onSelect={() => {
            close();
            onHelp();
          }}
        >
          <Icon name="keyboard" />
          {say('shell.shortcuts')}
        </CommandItem>
      </CommandGroup>
      <CommandGroup name={say('shell.group.go')}>
        {groups
          .flatMap(({ links }) => links)
          .map(({ href, name, icon }) => (
            <CommandItem key={href} value={name} onSelect={() => go(href)}>
              <Icon name={icon} />
              {name}
            </CommandItem>
          ))}
        <CommandItem value={say('shell.account')} onSelect={() => go('/desk/account')}>
          <Icon name="account" />
          {say('shell.account')}
        </CommandItem>
      </CommandGroup>
      <Stories found={found} go={go} />
    </CommandDialog>
  );
}

/** What the server found: shown as it came, whatever the letters are. */
function Stories({ found, go }: { found: readonly FoundStory[]; go: (href: string) => void }) {
  if (found.length === 0) return null;
  return (
    <CommandGroup name={say('shell.group.stories')}>
      {found.map(({ id, headline, standing, href }) => (
        <CommandItem key={id} value={`${id} ${headline}`} always onSelect={() => href && go(href)}>
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
