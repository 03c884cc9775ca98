/** A small project that breaks one rule: its files by path. What they import and is not listed here exists and is empty. */
type Breach = Readonly<Record<string, string>>;

/** For every rule of `.dependency-cruiser.mjs` the ways of breaking it that it must catch. */
export const breaches: Readonly<Record<string, readonly Breach[]>> = {
  'nothing-imports-app': [
    { 'components/ui/menu.tsx': "import { sections } from '#app/(reader)/sections.ts';" },
    { 'e2e/tests/front.spec.ts': "import { metadata } from '../../app/(reader)/layout.tsx';" },
    { 'features/section/model.ts': "import type { Params } from '#app/(reader)/page.tsx';" },
    { 'proxy.ts': "import { runtime } from '#app/api/health/route.ts';" },
  ],
  'programs-are-not-imported': [
    { 'features/vote/model.ts': "import { limit } from '#server/limits.ts';" },
    { 'server/main.ts': "import { related } from '#jobs/related.ts';" },
    { 'lib/log.ts': "export { level } from '#scripts/level.ts';" },
    { 'app/(reader)/page.tsx': "const vote = await import('#islands/vote.ts');" },
    { 'features/feed/model.ts': "async () => { await using feed = await import('#server/feed.ts'); };" },
    { 'jobs/worker.ts': "import type { Journey } from '#e2e/journey.ts';" },
    { 'scripts/generate.ts': "import { load } from '#bench/load.ts';" },
  ],
  'only-pages-draw': [
    { 'features/feed/model.ts': "import { Card } from '#components/article/card.tsx';" },
    { 'server/error-page.ts': "import { Page } from '#components/ui/page.tsx';" },
    { 'db/seed/front.ts': "import { Front } from '#components/front/front.tsx';" },
    { 'lib/html.ts': "import type { Props } from '#components/ui/page.tsx';" },
  ],
  'lib-is-a-leaf': [
    { 'lib/page-title.ts': "import { settings } from '#features/settings/queries.ts';" },
    { 'lib/error.ts': "import type { Row } from '#db/schema/article.ts';" },
  ],
  'db-knows-only-lib': [
    { 'db/schema/article.ts': "import { states } from '#features/article/model.ts';" },
    { 'db/outbox.ts': "import type { Actor } from '../features/user/policy.ts';" },
  ],
  'only-scripts-seed': [
    { 'jobs/nightly.ts': "import { demo } from '#db/seed/demo.ts';" },
    { 'db/client.ts': "import { demo } from './seed/demo.ts';" },
  ],
  'testing-stays-in-tests': [
    { 'features/vote/commands/vote.ts': "import { clone } from '#db/testing/clone.ts';" },
    { 'features/body/model.ts': "import { anyBody } from './fixtures/any-body.ts';" },
  ],
  'app-asks-features': [
    { 'app/(desk)/desk/page.tsx': "import { database } from '#db/client.ts';" },
    { 'app/api/health/route.ts': "import type { Row } from '#db/schema/user.ts';" },
  ],
  'components-do-not-fetch': [
    { 'components/article/body.tsx': "import { articleBySlug } from '#features/article/queries.ts';" },
    {
      'components/article/card.tsx': `import type { Card } from '#features/article/queries.ts';
        import { cards } from '#features/article/queries.ts';`,
    },
    { 'components/article/card.tsx': "import { type Card, cards } from '#features/article/queries.ts';" },
    { 'components/desk/kill.tsx': "import { kill } from '#features/article/commands/kill.ts';" },
    { 'components/desk/save.client.tsx': "'use client';\nimport { save } from '#features/article/actions.ts';" },
  ],
  'components-do-not-know-db': [
    { 'components/front/slot.tsx': "import type { PinRow } from '#db/schema/pin.ts';" },
    { 'components/front/slot.tsx': "import { pins } from '#db/schema/pin.ts';" },
  ],
  'pure-files-stay-pure': [
    { 'features/article/model.ts': "import type { ArticleRow } from '#db/schema/article.ts';" },
    { 'features/article/model-headline.ts': "import { cache } from 'next/cache.js';" },
    { 'features/user/policy.ts': "import 'server-only';" },
    { 'features/user/schema.ts': "import { createInsertSchema } from 'drizzle-orm';" },
    { 'features/user/policy/desk.ts': "import NextAuth from 'next-auth';" },
  ],
  'pure-files-reach-no-db': [
    {
      'features/article/model.ts': "import { now } from './clock.ts';",
      'features/article/clock.ts': "import { database } from '#db/client.ts';",
    },
  ],
  'islands-take-only-types': [
    { 'islands/vote.ts': "import { outcome } from '#features/vote/model.ts';" },
    { 'islands/views.ts': "import { log } from '#lib/log.ts';" },
    { 'islands/card.ts': "import { Card } from '#components/article/card.tsx';" },
  ],
  'reader-ships-no-script': [
    { 'app/(reader)/page.tsx': "import Link from 'next/link';" },
    {
      'app/(reader)/[section]/page.tsx': "import { Card } from '#components/article/card.tsx';",
      'components/article/card.tsx': "import Image from 'next/image.js';",
    },
    {
      'app/(reader)/search/page.tsx': "import { SearchBox } from '#components/ui/search-box.tsx';",
      'components/ui/search-box.tsx': "import { Suggest } from './suggest.client.tsx';",
    },
  ],
  'no-development-packages': [
    { 'server/main.ts': "import autocannon from 'autocannon';" },
    { 'features/wire/model.ts': "import { XMLParser } from 'fast-xml-parser';" },
  ],
  'no-unresolved': [
    { 'lib/clock.ts': "import { zone } from '#lib/zone-that-is-not-there.ts';" },
    { 'lib/clock.ts': "import type { Zone } from './zone-that-is-not-there.ts';" },
    { 'lib/clock.ts': "import { zone } from 'a-package-that-is-not-there';" },
  ],
  'no-cycles': [
    { 'lib/a.ts': "import { b } from './b.ts';", 'lib/b.ts': "import { a } from '#lib/a.ts';" },
    {
      'features/tag/a.ts': "import type { B } from './b.ts';",
      'features/tag/b.ts': "import { c } from './c.ts';",
      'features/tag/c.ts': "import { a } from './a.ts';",
    },
  ],
  'no-orphans': [{ 'features/front/forgotten.ts': 'export const forgotten = true;' }],
  'data-access-is-server-only': [
    { 'features/article/queries.ts': "import { database } from '#db/client.ts';" },
    { 'features/article/queries-lists.ts': "import { database } from '#db/client.ts';" },
    { 'features/article/commands/publish.ts': "import { database } from '#db/client.ts';" },
  ],
};

/** A small project that uses every freedom the rules leave; no rule may object to it. */
export const goodProject: Breach = {
  'app/(reader)/page.tsx': `
    import { permanentRedirect } from 'next/navigation';
    import { Card } from '#components/article/card.tsx';
    import { articleBySlug } from '#features/article/queries.ts';
    import { castVote } from '#features/article/actions.ts';
    import { log } from '#lib/log.ts';`,
  'app/(desk)/desk/page.tsx': `
    import Link from 'next/link';
    import { SaveStatus } from '#components/desk/save-status.client.tsx';`,
  'components/article/card.tsx': `
    import type { ArticleCard } from '#features/article/queries.ts';
    import { readingTime } from '#features/article/model.ts';
    import { formatDate } from '#lib/log.ts';`,
  'components/desk/save-status.client.tsx': `'use client';
    import type { save } from '#features/article/actions.ts';`,
  'features/article/model.ts': "import { formatDate } from '#lib/log.ts';\nimport type { Card } from './dto.ts';",
  'features/article/dto.ts': "import type { kinds } from '#db/schema/article.ts';",
  'db/schema/article.ts': "import { text } from 'drizzle-orm/pg-core';",
  'features/article/queries.ts': "import 'server-only';\nimport { database } from '#db/client.ts';",
  'features/article/actions.ts': "'use server';\nimport { publish } from './commands/publish.ts';",
  'features/article/commands/publish.ts': "import 'server-only';\nimport { database } from '#db/client.ts';",
  'features/article/publish.db.test.ts': `
    import { cloneDatabase } from '#db/testing/clone.ts';
    import { publish } from './commands/publish.ts';
    import { test } from 'vitest';`,
  'db/client.ts': "import { log } from '#lib/log.ts';",
  'db/seed/demo.ts': "import { publish } from '#features/article/commands/publish.ts';",
  'db/testing/clone.ts': "import { database } from '#db/client.ts';",
  'islands/vote.ts': "import type { Tally } from '#features/article/model.ts';",
  'jobs/worker.ts': "import { publish } from '#features/article/commands/publish.ts';",
  'scripts/demo.ts': "import { demo } from '#db/seed/demo.ts';\nimport { readFile } from 'node:fs/promises';",
  'server/main.ts': "import { database } from '#db/client.ts';\nimport { log } from './log.ts';",
  'server/log.ts': "import { log } from '#lib/log.ts';",
  'lib/log.ts': "import pino from 'pino';",
};
