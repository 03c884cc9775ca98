import { loadDemoContent } from '#db/seed/demo/load.ts';

// Started by `npm run up` on an empty site, which reads one line of progress after the other from here.
await loadDemoContent({
  log: (line: string) => console.log(line),
  progress: (done: number, total: number) => console.log(`${done} of ${total}`),
});
process.exit();
