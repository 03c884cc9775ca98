'use client';
import Link from 'next/link';
import { StandingBadge } from '#components/desk/standing-badge.tsx';
import { Badge } from '#components/ui/badge.tsx';
import { Button } from '#components/ui/button.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { Menu, MenuItem, MenuLink, MenuRule } from '#components/ui/menu.client.tsx';
import type { EditedArticle } from '#features/draft/dto.ts';
import { type Offer, offersOf, standingOf } from '#features/draft/model-offers.ts';
import type { Presence } from '#features/draft/model-presence.ts';
import { sayNext } from '#features/draft/model-time.ts';
import { say } from '#lib/desk-words.ts';
import { type Decision, wordsOf } from './decisions.ts';
import { PresenceLine } from './presence-line.tsx';
import { SaveState } from './save-state.client.tsx';
import type { SaveStatus } from './saving.ts';
import { shownKeys } from './shown-keys.ts';

interface EditorBarProps {
  readonly article: EditedArticle;
  readonly status: SaveStatus;
  readonly isKept: boolean;
  readonly others: Presence['others'];
  readonly timeZone: string;
  /** Whether words on the screen are in no version that is or will be public. */
  readonly leavesOut: boolean;
  readonly onKeep: () => void;
  readonly onPreview: (() => void) | undefined;
  readonly onPublish: () => void;
  readonly onDecide: (decision: Decision) => void;
}

/** How the story stands, whether its words are saved, who else is here, and what can be done with it. */
export function EditorBar(props: EditorBarProps) {
  const { article, status, isKept, others, timeZone, leavesOut, onPreview, onPublish } = props;
  const standing = standingOf(article);
  const offers = offersOf(article);
  return (
    <header className="editor-bar">
      <Link href="/desk/articles" prefetch={false} className="editor-back" aria-label={say('editor.back')}>
        <Icon name="back" />
      </Link>
      <div className="editor-standing">
        <StandingBadge standing={standing} />
        {leavesOut && (
          <Badge tone="warn">{say(article.publicNow ? 'editor.newerWords' : 'editor.newerThanNext')}</Badge>
        )}
        <SaveState status={status} isKept={isKept} timeZone={timeZone} />
        <PresenceLine others={others} />
        {article.publicNext && (
          <p className="save-state">{say('editor.next', { when: sayNext(article.publicNext, timeZone) })}</p>
        )}
      </div>
      <div className="editor-doing">
        {onPreview && <Button onClick={onPreview}>{say('editor.preview')}</Button>}
        {(offers.has('publish') || offers.has('update')) && (
          <Button look="primary" onClick={onPublish}>
            {say(offers.has('update') ? 'editor.update' : 'editor.publish')}
          </Button>
        )}
        {offers.has('submit') && !offers.has('publish') && (
          <Button look="primary" onClick={() => props.onDecide('submit')}>
            {say('editor.offer.submit')}
          </Button>
        )}
        <MoreMenu {...props} offers={offers} />
      </div>
    </header>
  );
}

const decisions: readonly Decision[] = ['submit', 'return', 'unpublish', 'archive', 'restore', 'embargo'];

/** What cannot be taken back. */
const dangers = ['delete', 'kill'] as const;

function MoreMenu({ article, offers, onKeep, onDecide }: EditorBarProps & { offers: ReadonlySet<Offer> }) {
  return (
    <Menu
      trigger={
        <Button shape="icon" aria-label={say('editor.more')}>
          <Icon name="more" />
        </Button>
      }
    >
      {offers.has('keep') && (
        <MenuItem onSelect={onKeep} hint={shownKeys('Mod S')}>
          {say('editor.offer.keep')}
        </MenuItem>
      )}
      <MenuLink href={`/desk/articles/${article.id}/revisions`}>{say('editor.versions')}</MenuLink>
      <MenuLink href={`/desk/articles/${article.id}/views`}>{say('analytics.story')}</MenuLink>
      <MenuLink href={`/desk/articles/${article.id}/corrections`}>{say('correction.title')}</MenuLink>
      <MenuLink href={`/desk/articles/${article.id}/translations`}>{say('translation.title')}</MenuLink>
      {article.publicNow && (
        <MenuLink href={article.publicNow.href} outside>
          {say('editor.onSite')}
        </MenuLink>
      )}
      {decisions.some((decision) => offers.has(decision)) && <MenuRule />}
      {decisions
        .filter((decision) => offers.has(decision))
        .map((decision) => (
          <MenuItem key={decision} onSelect={() => onDecide(decision)}>
            {say(`editor.offer.${wordsOf(decision, article)}`)}
          </MenuItem>
        ))}
      {dangers.some((decision) => offers.has(decision)) && <MenuRule />}
      {dangers
        .filter((decision) => offers.has(decision))
        .map((decision) => (
          <MenuItem key={decision} tone="danger" onSelect={() => onDecide(decision)}>
            {say(`editor.offer.${decision}`)}
          </MenuItem>
        ))}
    </Menu>
  );
}
