import { respondWithFeed } from '#features/feed/respond.ts';

export const dynamic = 'force-dynamic';

export const GET = () => respondWithFeed({ of: 'site' }, 'atom');
