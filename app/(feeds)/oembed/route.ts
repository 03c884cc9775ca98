import { respondWithOembed } from '#features/oembed/respond.ts';

export const dynamic = 'force-dynamic';

export const GET = (request: Request) => respondWithOembed(new URL(request.url).searchParams);
