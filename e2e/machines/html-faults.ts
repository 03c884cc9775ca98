import { HtmlValidate } from 'html-validate';

const validator = new HtmlValidate({ root: true, extends: ['html-validate:standard'] });

/** What html-validate finds wrong with a page by the HTML standard. */
export async function htmlFaults(markup: string): Promise<string[]> {
  const { results } = await validator.validateString(markup);
  const lines = markup.split('\n');
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line, column }) => {
      const near = lines[line - 1]?.slice(Math.max(0, column - 40), column + 60);
      return `${ruleId}: ${message} (${near})`;
    }),
  );
}
