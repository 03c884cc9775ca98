import { MissingPage } from '#components/desk/missing-page.tsx';
import { recordOutcome } from '#lib/trace.ts';

/** What somebody sees, inside the desk, at the address of a thing that there is not; with the status 404. */
export function missingPage(back: string) {
  recordOutcome(404);
  return <MissingPage back={back} />;
}
