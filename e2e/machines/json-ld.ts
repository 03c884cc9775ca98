import { schemaOrgValidator } from '#features/article/testing/schema-org.ts';
import { sharedSchema } from '#features/site/testing/shared-schema.ts';
import { googleFaults } from './google-faults.ts';

/** What a page says to machines, as it stands in its markup. */
export const jsonLdIn = (markup: string): Record<string, unknown>[] =>
  [...markup.matchAll(/<script type="application\/ld\+json">([^<]*)<\/script>/g)].map(([, text = '']) =>
    JSON.parse(text),
  );

/** The vocabulary lies beside the checkout. */
export const vocabulary = sharedSchema('schemaorg-30.0-reduced.json');
const vocabularyFaults = vocabulary ? schemaOrgValidator(vocabulary) : () => ['There is no vocabulary.'];

/** What schema.org's vocabulary and Google's lists of fields find wrong with it. */
export const jsonLdFaults = (markup: string): string[] =>
  jsonLdIn(markup).flatMap((data) => [...vocabularyFaults(data), ...googleFaults(data)]);
