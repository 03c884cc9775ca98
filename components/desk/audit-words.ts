/**
 * The details in a line, as far as they say anything by themselves: no ids, no lists of them, no machine's times, and not
 * the name of the thing again, which stands beside them.
 */
export function detailWords(details: Readonly<Record<string, unknown>>, thing: string | null): string {
  return Object.entries(details)
    .filter(([, value]) => value !== thing)
    .filter(([, value]) =>
      typeof value === 'string' ? value !== '' && !isId(value) && !isTime(value) : isCount(value),
    )
    .map(([name, value]) => `${name}: ${value}`)
    .join(' · ');
}

const isCount = (value: unknown): boolean => typeof value === 'number' && value > 0;
const isTime = (text: string): boolean => /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(text);
const isId = (text: string): boolean => /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/.test(text);
