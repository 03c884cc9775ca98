import { randomUUID } from 'node:crypto';
import type { Role } from '#lib/vocabulary.ts';
import { type Newsroom, type Person, smallPicture, type Target } from '../fixtures/newsroom.ts';

/** What is expected of an address for scripts when somebody asks it by hand. */
export interface RouteDoor {
  readonly own?: Role;
  readonly others: Role;
  readonly prepare?: (room: Newsroom, owner: Person) => Promise<Target>;
  readonly asks: (target: Target) => Asked | Promise<Asked>;
  readonly outcome?: string;
}

interface Asked {
  readonly path: string;
  /** What is posted; without it the address is read. */
  readonly body?: object | Buffer;
}

const draft = (room: Newsroom, owner: Person) => room.draft(owner);

/** Every address for scripts that wants somebody signed in, by its method and file. */
export const deskRoutes: Record<string, RouteDoor> = {
  'GET desk/analytics/[file]': {
    others: 'editor',
    asks: () => ({ path: '/desk/analytics/articles.csv?span=week' }),
  },
  'GET desk/articles/[id]/draft': {
    ...{ own: 'contributor', others: 'editor', prepare: draft },
    asks: ({ id }) => ({ path: `/desk/articles/${id}/draft` }),
  },
  'POST desk/articles/[id]/draft': {
    ...{ own: 'contributor', others: 'editor', prepare: draft },
    asks: ({ id }) => ({
      path: `/desk/articles/${id}/draft`,
      body: { baseVersion: 2, saveId: randomUUID(), content: { headline: 'Changed' } },
    }),
  },
  'POST desk/articles/[id]/presence': {
    ...{ own: 'contributor', others: 'editor', prepare: draft },
    asks: ({ id }) => ({ path: `/desk/articles/${id}/presence`, body: {} }),
  },
  'GET desk/articles/[id]/views.csv': {
    ...{ own: 'contributor', others: 'editor', prepare: draft },
    asks: ({ id }) => ({ path: `/desk/articles/${id}/views.csv` }),
  },
  'GET desk/articles/find': { others: 'contributor', asks: () => ({ path: '/desk/articles/find?q=story' }) },
  'GET desk/media/library': { others: 'contributor', asks: () => ({ path: '/desk/media/library' }) },
  'POST desk/media/[id]/words': {
    ...{ own: 'contributor', others: 'editor', prepare: (room, owner) => room.picture(owner) },
    asks: ({ id }) => ({ path: `/desk/media/${id}/words`, body: { alt: 'Mine' } }),
  },
  'POST api/media/from-address': {
    ...{ others: 'contributor', outcome: 'invalid' },
    asks: () => ({ path: '/api/media/from-address', body: { address: 'http://127.0.0.1/' } }),
  },
  'POST api/media': {
    others: 'contributor',
    asks: async () => ({ path: '/api/media', body: await smallPicture() }),
  },
};

/** Asks as somebody, from the site's own pages. Answers `ok` or the code of the refusal, for files by their status. */
export async function askRoute(room: Newsroom, { path, body }: Asked, person: Person): Promise<string> {
  const cookie = room.cookie(person);
  const posted = {
    method: 'POST',
    body: Buffer.isBuffer(body) ? new Uint8Array(body) : JSON.stringify(body),
    headers: { cookie, origin: room.site.url, 'content-type': 'application/json' },
  };
  const response = await fetch(`${room.site.url}${path}`, body ? posted : { headers: { cookie }, redirect: 'manual' });
  if (!response.headers.get('content-type')?.startsWith('application/json')) {
    return { 200: 'ok', 401: 'forbidden', 403: 'forbidden' }[response.status] ?? `status ${response.status}`;
  }
  const answer = await response.json();
  return answer.ok ? 'ok' : answer.error.code;
}
