// The benchmark builds into a folder of its own, with pages that no other build has.
const folder = process.env.BUILD_FOLDER || '.next';

/** @type {import('next').NextConfig} */
const config = {
  distDir: folder,
  ...(folder === '.next-bench' ? { pageExtensions: ['tsx', 'ts', 'bench.tsx'] } : {}),
  // The page cache in server/ compresses, sets headers and keeps pages; Next only renders.
  compress: false,
  poweredByHeader: false,
  generateEtags: false,
  // With this, the metadata of dynamic pages stands in <head> and is not streamed into the body.
  htmlLimitedBots: /.*/,
  serverExternalPackages: ['postgres', 'pino', 'sharp', 'graphile-worker', 'rate-limiter-flexible', 'linkedom'],
  // The key of IndexNow stands at the top of the site, in a file of its own name (features/ping/index-now-key.ts).
  rewrites: () => [{ source: '/:key([0-9a-f]{32}).txt', destination: '/indexnow/:key' }],
  images: { unoptimized: true },
  devIndicators: false,
  // `npm run check` checks the types of the whole project; a build need not do it again.
  typescript: { ignoreBuildErrors: true },
};

export default config;
