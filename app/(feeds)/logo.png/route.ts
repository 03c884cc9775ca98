import { respondWithLogo } from '#features/site/respond-logo.ts';

export const dynamic = 'force-dynamic';

export const GET = () => respondWithLogo();
