import { respondWithNews } from '#features/sitemap/respond.ts';

export const dynamic = 'force-dynamic';

export const GET = () => respondWithNews();
