'use client';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import type { DeskGroup } from '#components/desk/navigation.ts';
import { Icon } from '#components/ui/icon.tsx';
import { say } from '#lib/desk-words.ts';

/** The desk's pages as links; the one that is open is marked, from whatever page below it. */
export function DeskLinks({ groups }: { groups: readonly DeskGroup[] }) {
  const path = usePathname();
  return (
    <nav aria-label={say('shell.navigation')} className="desk-nav">
      {groups.map(({ name, links }) => (
        <div key={name} className="desk-nav-group">
          <p className="desk-nav-title">{name}</p>
          <ul>
            {links.map(({ href, name: page, icon }) => (
              <li key={href}>
                <Link
                  href={href}
                  prefetch={false}
                  className="desk-link"
                  aria-current={path === href || path.startsWith(`${href}/`) ? 'page' : undefined}
                >
                  <Icon name={icon} />
                  {page}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}
