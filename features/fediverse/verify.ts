import 'server-only';
import { verifyRequest } from '@fedify/fedify/sig';
import { Object as ActivityObject, isActor } from '@fedify/fedify/vocab';
import { remoteLoaders } from '#features/fediverse/remote.ts';
import { coversRequest } from '#features/fediverse/signature.ts';
import type { Site } from '#features/site/model.ts';
import type { GuardedNetwork } from '#lib/guarded-network.ts';
import { log } from '#lib/log.ts';

/** A post as it came: its path, the headers that signatures go by, and every byte of its body. */
export interface Post {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** Somebody on another server, and where they are told things. */
export interface RemoteActor {
  readonly id: string;
  readonly inbox: string;
  readonly sharedInbox: string | null;
}

/**
 * Who signed a post, where it is the actor that it speaks for: the signature is good for this very inbox, body and hour,
 * and its key is the actor's own by the actor's own word. Null for any other post.
 */
export async function verifySender(
  post: Post,
  actor: string,
  site: Site,
  network: GuardedNetwork,
): Promise<RemoteActor | null> {
  const { signature, 'signature-input': signatureInput } = post.headers;
  if (!coversRequest({ signature, signatureInput })) return null;
  const options = remoteLoaders(site, network);
  try {
    const key = await verifyRequest(requestOf(post, site), options);
    if (!key?.id || key.id.origin !== new URL(actor).origin) return null;
    const { document } = await options.documentLoader(actor);
    const sender = await ActivityObject.fromJsonLd(document, options);
    if (!isActor(sender) || sender.id?.href !== new URL(actor).href) return null;
    for await (const own of sender.getPublicKeys(options)) if (own.id?.href === key.id.href) return remoteActor(sender);
    return null;
  } catch (error) {
    // What cannot be fetched or read is no proof; why is of use to who looks for it.
    log.debug({ err: error, actor }, 'a signature could not be checked');
    return null;
  }
}

/** The post as its sender signed it: under the site's own name, whatever a front server made of that. */
function requestOf({ path, headers, body }: Post, site: Site): Request {
  const { host } = new URL(site.url);
  return new Request(`${site.url}${path}`, {
    method: 'POST',
    headers: { ...headers, host },
    body: new Uint8Array(body),
  });
}

/** Inboxes stand on the actor's own host: nobody has us post to others. */
function remoteActor(sender: Parameters<typeof isActor>[0] & { id: URL | null }): RemoteActor | null {
  if (!(isActor(sender) && sender.id && sender.inboxId?.host === sender.id.host)) return null;
  const shared = sender.endpoints?.sharedInbox;
  return {
    id: sender.id.href,
    inbox: sender.inboxId.href,
    sharedInbox: shared && shared.host === sender.id.host ? shared.href : null,
  };
}
