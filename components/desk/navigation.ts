import type { IconName } from '#components/ui/icon.tsx';
import { canManage, type SiteThing } from '#features/settings/policy.ts';
import type { Actor } from '#features/user/actor.ts';
import { say } from '#lib/desk-words.ts';

export interface DeskLink {
  readonly href: string;
  readonly name: string;
  readonly icon: IconName;
}

export interface DeskGroup {
  readonly name: string;
  readonly links: readonly DeskLink[];
}

/** The pages that somebody with these rights can use, in groups; groups with nothing in them are left out. */
export function deskPages(actor: Actor): DeskGroup[] {
  return groups
    .map(({ name, pages }) => ({
      name: say(name),
      links: pages
        .filter(({ thing }) => !thing || canManage(actor, thing))
        .map(({ href, name: page, icon }) => ({ href, name: say(page), icon })),
    }))
    .filter(({ links }) => links.length > 0);
}

interface Page {
  readonly href: string;
  readonly name: Parameters<typeof say>[0];
  readonly icon: IconName;
  /** What one must be allowed to change to have any use of the page. */
  readonly thing?: SiteThing;
}

const groups: readonly { name: Parameters<typeof say>[0]; pages: readonly Page[] }[] = [
  {
    name: 'shell.group.stories',
    pages: [
      { href: '/desk/articles', name: 'shell.articles', icon: 'article' },
      { href: '/desk/media', name: 'shell.media', icon: 'media', thing: 'media' },
      { href: '/desk/pins', name: 'shell.pins', icon: 'pin', thing: 'pin' },
      { href: '/desk/analytics', name: 'shell.analytics', icon: 'analytics', thing: 'analytics' },
      { href: '/desk/votes', name: 'shell.votes', icon: 'vote', thing: 'vote' },
    ],
  },
  {
    name: 'shell.group.site',
    pages: [
      { href: '/desk/sections', name: 'shell.sections', icon: 'section', thing: 'section' },
      { href: '/desk/tags', name: 'shell.tags', icon: 'tag', thing: 'tag' },
      { href: '/desk/bylines', name: 'shell.bylines', icon: 'byline', thing: 'byline' },
    ],
  },
  {
    name: 'shell.group.admin',
    pages: [
      { href: '/desk/people', name: 'shell.people', icon: 'people', thing: 'people' },
      { href: '/desk/settings', name: 'shell.settings', icon: 'settings', thing: 'settings' },
      { href: '/desk/followers', name: 'shell.followers', icon: 'followers', thing: 'settings' },
      { href: '/desk/pings', name: 'shell.pings', icon: 'ping', thing: 'settings' },
      { href: '/desk/audit', name: 'shell.audit', icon: 'audit', thing: 'audit' },
    ],
  },
];
