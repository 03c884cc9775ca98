import { redirectToSecurityFile } from '#features/site/respond-text.ts';

export const dynamic = 'force-dynamic';

export const GET = () => redirectToSecurityFile();
