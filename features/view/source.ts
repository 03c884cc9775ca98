import type { ViewSource } from '#lib/vocabulary.ts';

/**
 * Hosts by their class, each with all below it: `google` stands for google.com, news.google.de and google.co.uk alike,
 * what has a dot for one host. Apps of Android say their package's name.
 */
const hosts: readonly (readonly [ViewSource, readonly string[]])[] = [
  // Before the search engines, under whose names some of these stand.
  [
    'site',
    [
      'mail.google.com',
      'mail.yahoo.com',
      'docs.google.com',
      'sites.google.com',
      'blog.naver.com',
      'com.google.android.gm',
    ],
  ],
  [
    'assistant',
    [
      ...['chatgpt.com', 'chat.openai.com', 'claude.ai', 'perplexity.ai', 'gemini.google.com', 'bard.google.com'],
      ...[
        'copilot.microsoft.com',
        'copilot.cloud.microsoft',
        'com.openai.chatgpt',
        'copilot.com',
        'deepseek.com',
        'chat.mistral.ai',
        'grok.com',
        'meta.ai',
        'you.com',
      ],
    ],
  ],
  [
    'search',
    [
      ...[
        'google',
        'bing',
        'yahoo',
        'yandex',
        'duckduckgo',
        'baidu',
        'ecosia',
        'startpage',
        'qwant',
        'seznam',
        'sogou',
      ],
      ...['search.brave.com', 'kagi.com', 'naver', 'so.com', 'mojeek', 'swisscows', 'ya.ru', 'sm.cn', 'coccoc'],
      'com.google.android.googlequicksearchbox',
    ],
  ],
  [
    'social',
    [
      ...[
        'facebook',
        'fb.com',
        'fb.me',
        'messenger.com',
        'instagram',
        'threads.net',
        'threads.com',
        'whatsapp',
        'x.com',
      ],
      ...['t.co', 'twitter', 'linkedin', 'lnkd.in', 'reddit', 'youtube', 'youtu.be', 'tiktok', 'pinterest', 'pin.it'],
      ...['t.me', 'telegram', 'bsky.app', 'mastodon', 'mastodon.social', 'snapchat', 'tumblr', 'vk.com', 'ok.ru'],
      ...['weibo', 'line.me', 'discord', 'quora', 'xing', 'news.ycombinator.com', 'lemmy.world'],
      ...['com.facebook.katana', 'com.twitter.android', 'com.reddit.frontpage', 'org.telegram.messenger'],
    ],
  ],
];

const ofHost = new Map(hosts.flatMap(([source, names]) => names.map((name) => [name, source] as const)));
const secondLevel = /^(?:com?|org|net|gov|edu|ac)$/;

/**
 * The class of places from which a reader came, of `from`, the host of the page before; none, and a host that is none,
 * is `direct`. `ownHosts` are the site's, in small letters, with their ports. The host itself is kept nowhere.
 */
export function sourceOf(from: string | undefined, ownHosts: readonly string[]): ViewSource {
  const host = from?.toLowerCase() ?? '';
  if (ownHosts.includes(host)) return 'own';
  const name = host.replace(/:\d+$/, '').replace(/\.$/, '');
  if (!/^[^\s./:]+(?:\.[^\s./:]+)+$/.test(name)) return 'direct';
  const labels = name.split('.');
  const whole = labels.map((_, start) => labels.slice(start).join('.'));
  const known = [...whole, registeredLabel(labels)].find((key) => ofHost.has(key));
  return (known && ofHost.get(known)) || 'site';
}

/** The label that somebody registered: of news.google.co.uk it is google. */
function registeredLabel(labels: readonly string[]): string {
  const ending = secondLevel.test(labels.at(-2) ?? '') && labels.length > 2 ? 2 : 1;
  return labels.at(-1 - ending) ?? '';
}
