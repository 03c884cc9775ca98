import 'server-only';
import { readOriginalOf } from '#features/media/queries.ts';
import { readSettings } from '#features/settings/queries.ts';
import { drawLogo } from '#features/site/logo.ts';
import { log } from '#lib/log.ts';

/** Answers with the site's logo, drawn from the picture of the settings; with Broadsheet's own where there is none. */
export async function respondWithLogo(): Promise<Response> {
  const { logo, accent } = await readSettings();
  const picture = logo ? await readOriginalOf(logo) : null;
  const image = await drawLogo(picture, accent).catch((err: unknown) => {
    log.error({ err, assetId: logo }, 'the logo could not be drawn from its picture');
    return drawLogo(null, accent);
  });
  return new Response(new Uint8Array(image), { headers: { 'content-type': 'image/png' } });
}
