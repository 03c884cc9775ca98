import { stringify } from 'csv-stringify/sync';

export type CsvValue = string | number | Date | null;

/**
 * A table as a file for a spreadsheet (RFC 4180): UTF-8 with its mark, so that all read it rightly; moments as ISO 8601.
 * A word that a spreadsheet would take for a formula is marked as text.
 */
export function csv(columns: readonly string[], rows: readonly (readonly CsvValue[])[]): string {
  return stringify([columns, ...rows] as unknown[][], {
    bom: true,
    record_delimiter: '\r\n',
    escape_formulas: true,
    cast: { date: (date) => date.toISOString() },
  });
}
