import { z } from 'zod';
import { StartProblem } from '#lib/start-problem.ts';

const flag = z.enum(['on', 'off'], "write 'on' or 'off'");

/** A whole number; what is not is answered with what to write. */
function numeric(what: string, least: number, most: number) {
  const error = `write ${what}`;
  return z.coerce.number({ error }).int({ error }).min(least, { error }).max(most, { error });
}

/** A sign such as % or @ in a password is percent-encoded, or the address cannot be read. */
const databaseUrl = z
  .url({ protocol: /^postgres(ql)?$/, error: 'write an address such as postgres://user:password@host/name' })
  .refine(namesHost, 'write an address such as postgres://user:password@host/name, with %25 for a % in the password');

function namesHost(address: string): boolean {
  try {
    const { hostname, username, password } = new URL(address);
    return hostname !== '' && decodeURIComponent(`${username}${password}`) !== '';
  } catch {
    return false;
  }
}

const environment = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('production'),
  /** The port that the site listens on. */
  PORT: numeric('a port from 0 to 65535', 0, 65_535).default(3000),
  /** The folder for what the site keeps: the embedded database, media, secrets. */
  BROADSHEET_DATA: z.string().min(1).default('.data'),
  /** The database as its owner sees it: migrates, creates the app's role. Without it the embedded one is used. */
  DATABASE_URL: databaseUrl.optional(),
  /** The database as the running site sees it, with no more rights than it needs. */
  DATABASE_APP_URL: databaseUrl.optional(),
  /** Where readers find the site: every absolute link begins with it, whatever the Host header says. */
  SITE_URL: z.url({ protocol: /^https?$/, error: 'write an address such as https://news.example' }).optional(),
  /** Addresses or networks (comma-separated, or `loopback`, `uniquelocal`) whose X-Forwarded-For is believed. */
  TRUSTED_PROXIES: z.string().default(''),
  /** The server that sends mail, such as smtps://user:password@mail.example; without it mails stay in the data folder. */
  SMTP_URL: z
    .url({ protocol: /^smtps?$/, error: 'write an address such as smtps://user:password@mail.example' })
    .optional(),
  /** Whom mails come from; without it `noreply` at the site's own host. */
  MAIL_FROM: z.email({ error: 'write an address such as desk@news.example' }).optional(),
  /** Who is told by IndexNow, where that is on; without it api.indexnow.org, which tells every search engine that takes part. */
  INDEXNOW_URL: z
    .url({ protocol: /^https?$/, error: 'write an address such as https://yandex.com/indexnow' })
    .optional(),
  /** Signs voters' cookies and sessions; made at first start into the data folder. */
  BROADSHEET_SECRET: z.string().min(32).optional(),
  /** Keeps the ids of forms' actions from build to build; 32 bytes in base64, made at first start like the secret. */
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: z.base64().length(44).optional(),
  /** The folder in which Next's build stands; the benchmark has one of its own. */
  BUILD_FOLDER: z.enum(['.next', '.next-bench']).default('.next'),
  /** How many processes serve the site, on one port. */
  WORKERS: numeric('processes from 1 to 64', 1, 64).default(1),
  PAGE_CACHE: flag.default('on'),
  PAGE_CACHE_MB: numeric('megabytes from 1 to 65536', 1, 65_536).default(256),
  /** Seconds for which a front server may keep a page that it cannot be told to drop. */
  SURROGATE_MAX_AGE: numeric('seconds from 0 to 31536000', 0, 31_536_000).default(1),
  /** The most votes that are committed together; with 1 each has a transaction of its own. */
  VOTE_GROUP: numeric('a number of votes from 1 to 5000', 1, 5000).default(500),
  /** Ports of this machine that the site may send to as if they were elsewhere (comma-separated): for tests alone. */
  TEST_LOOPBACK_PORTS: z
    .string()
    .regex(/^(?:\d{1,5}(?:,\d{1,5})*)?$/, 'write ports such as 4001,4002')
    .transform((text) => text.split(',').filter(Boolean).map(Number))
    .default([]),
  LOG_LEVEL: z.enum(['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace']).default('info'),
});

export type Environment = z.infer<typeof environment>;

let parsed: Environment | undefined;

/** The environment, parsed once. Throws an error of one sentence that names the variable and what is wrong with it. */
export function env(): Environment {
  parsed ??= parseEnvironment(process.env);
  return parsed;
}

/** Sets what a launcher finds out itself, such as where the embedded database listens. Later readers see it. */
export function amendEnvironment(known: Partial<Environment>): void {
  parsed = { ...env(), ...known };
}

/** Parses any record of variables; empty strings count as absent. */
export function parseEnvironment(variables: Record<string, string | undefined>): Environment {
  const present = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''));
  const result = environment.safeParse(present);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new StartProblem(`The environment variable ${issue?.path.join('.')} is not usable: ${issue?.message}.`);
}

/** The variables for a program that this one starts: its own, with `additions`. An empty one counts as absent. */
export function environmentFor(additions: Record<string, string>): NodeJS.ProcessEnv {
  return { ...process.env, ...additions };
}

/** next-auth asks the environment where the site is; it is told what everything else goes by. */
export function nameSiteToNextAuth(): void {
  process.env.AUTH_URL = siteUrl();
}

/** Where Next reaches this server from inside: without TLS, also where a front server ends it. */
export function nameServerToNext(): void {
  process.env.__NEXT_PRIVATE_ORIGIN = `http://127.0.0.1:${env().PORT}`;
}

/** The site's own address without a slash at its end, such as `https://news.example`. */
export function siteUrl(): string {
  const { SITE_URL, PORT } = env();
  return (SITE_URL ?? `http://localhost:${PORT}`).replace(/\/+$/, '');
}
