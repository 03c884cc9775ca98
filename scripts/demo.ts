import { loadDemoContent } from '#db/seed/demo/load.ts';
import { failureSentence } from './terminal/failure-sentence.ts';

// Started by `npm run up` on an empty site, which reads one line of progress after the other from here.
try {
  await loadDemoContent({
    log: (line: string) => console.log(line),
    progress: (done: number, total: number) => console.log(`${done} of ${total}`),
  });
  process.exit();
} catch (error) {
  console.error(failureSentence(error));
  process.exit(1);
}
