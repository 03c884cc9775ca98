import { respondWithWebFinger } from '#features/fediverse/respond.ts';

export const dynamic = 'force-dynamic';

export const GET = (request: Request): Promise<Response> => respondWithWebFinger(request);
