import 'server-only';
import { Refusal } from '#lib/errors.ts';

/** Clocks differ a little, and a form takes its time to be filled in. */
const toleranceMilliseconds = 60_000;

/** Refuses a moment that has long passed: it is a slip, and to act at once is not what was asked for. */
export function refusePast(moment: Date | undefined, now: Date, field = 'at'): void {
  if (moment && moment.getTime() < now.getTime() - toleranceMilliseconds) {
    throw new Refusal('invalid', `${field}: ${moment.toISOString()} has passed; leave the time out to do it now.`, {
      [field]: 'must be in the future',
    });
  }
}
