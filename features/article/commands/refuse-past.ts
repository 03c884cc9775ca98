import 'server-only';
import type { Transaction } from '#db/client.ts';
import { sayMoment } from '#features/draft/model-time.ts';
import { readSettings } from '#features/settings/queries.ts';
import { Refusal } from '#lib/errors.ts';

/** Clocks differ a little, and a form takes its time to be filled in. */
const toleranceMilliseconds = 60_000;

/** Refuses a moment that has long passed: it is a slip, and to act at once is not what was asked for. */
export async function refusePast(tx: Transaction, moment: Date | undefined, now: Date, field = 'at'): Promise<void> {
  if (!moment || moment.getTime() >= now.getTime() - toleranceMilliseconds) return;
  const { timeZone } = await readSettings(tx);
  const problem = `${sayMoment(moment, timeZone)} has passed: give a later time, or none.`;
  throw new Refusal('invalid', problem, { [field]: problem });
}
