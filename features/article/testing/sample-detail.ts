import type { ArticleDetail } from '#features/article/dto.ts';
import type { Picture } from '#features/media/dto.ts';

const samplePicture: Picture = {
  alt: 'A ship in a harbour',
  caption: 'The ship at dawn',
  credit: 'A. Photographer',
  width: 3000,
  height: 2000,
  sources: [
    { type: 'image/avif', srcset: [{ url: '/media/a-480.avif', width: 480 }] },
    {
      type: 'image/jpeg',
      srcset: [
        { url: '/media/a-480.jpg', width: 480 },
        { url: '/media/a-1200.jpg', width: 1200 },
      ],
    },
  ],
  fallback: '/media/a-1200.jpg',
  focus: { x: 5, y: 5 },
  share: { url: '/media/a-1200.50-50.jpeg', width: 1200, height: 630 },
  crops: [
    { url: '/media/a-1280.50-50.jpeg', width: 1280, height: 720 },
    { url: '/media/a-944.50-50.jpeg', width: 944, height: 708 },
    { url: '/media/a-720.50-50.jpeg', width: 720, height: 720 },
  ],
};

/** A public story with everything that a story can have; what the test is about is given. */
export function sampleDetail(given: Partial<ArticleDetail> = {}): ArticleDetail {
  return {
    id: '0199aaaa-0000-7000-8000-000000000001',
    revisionId: '0199aaaa-0000-7000-8000-000000000002',
    href: '/world/a-story',
    kind: 'news',
    headline: 'A story',
    kicker: 'Trade',
    standfirst: 'What happened, in a line.',
    language: 'en',
    section: { id: '0199aaaa-0000-7000-8000-000000000003', name: 'World', href: '/world' },
    publishedAt: new Date('2025-04-15T10:34:46.000Z'),
    dateIs: 'original',
    updatedAt: new Date('2025-04-16T08:00:00.000Z'),
    picture: samplePicture,
    social: null,
    trail: [
      { name: 'News', href: '/news' },
      { name: 'World', href: '/world' },
    ],
    bylines: [
      { name: 'Kim Min-ji', href: '/author/kim-min-ji' },
      { name: 'José Núñez', href: '/author/jos%C3%A9-n%C3%BA%C3%B1ez' },
    ],
    tags: [{ id: '0199aaaa-0000-7000-8000-000000000004', name: 'R&D', href: '/tag/r-d' }],
    datelinePlace: 'SEOUL, South Korea',
    sourceAgency: 'AP',
    sourceUrl: 'https://wire.example/story?a=1&b=2',
    licence: 'CC BY 4.0',
    canonical: 'self',
    bodyHtml:
      '<p>Something <a href="/world/another">happened</a>.</p><h2 id="h-why">Why</h2><p><a href="#h-why">Why?</a></p>',
    wordCount: 3,
    corrections: [],
    translations: [],
    archived: false,
    views: 12,
    votes: 3,
    importedVotes: 63_295,
    ...given,
  };
}
