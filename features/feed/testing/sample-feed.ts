import { sampleDetail } from '#features/article/testing/sample-detail.ts';
import type { Feed, FeedStory } from '#features/feed/model.ts';
import { sampleSite } from '#features/site/testing/sample-site.ts';

export function sampleStory(given: Partial<FeedStory> = {}): FeedStory {
  const { bylines, ...story } = sampleDetail();
  return { ...story, authors: bylines, ...given };
}

export function sampleFeed(given: Partial<Feed> = {}): Feed {
  return {
    title: `Trade – ${sampleSite.name}`,
    description: 'About trade',
    language: 'en-GB',
    href: '/tag/trade',
    under: '/tag/trade',
    stories: [sampleStory()],
    text: 'whole',
    hub: '',
    killed: [],
    ...given,
  };
}
