import { describe, expect, test } from 'vitest';
import { checkImports } from './check-imports.ts';
import { breaches, goodProject } from './imports/breaches.ts';
import { cruiseProject, importRules } from './imports/cruise.ts';
import { makeSmallProject } from './imports/small-project.ts';

const { forbidden, required } = await importRules();
const rules = [...forbidden, ...required].map((rule) => rule.name ?? 'a rule without a name');

test('every rule has breaches that prove it, and every breach a rule', () => {
  expect(Object.keys(breaches).toSorted()).toEqual(rules.toSorted());
});

describe.each(rules)('the rule %s', (rule) => {
  test.each(breaches[rule] ?? [])('catches %j', async (files) => {
    using project = makeSmallProject(files);
    const { violations, unread } = await cruiseProject(project.root);
    expect(unread).toEqual([]);
    expect(violations.map((violation) => violation.rule.name)).toContain(rule);
  });
});

test('a project that keeps to the rules passes', async () => {
  using project = makeSmallProject(goodProject);
  expect(await checkImports(project.root)).toEqual([]);
});

test('a problem names both ends of the import and the rule', async () => {
  using project = makeSmallProject({ 'lib/title.ts': "import { settings } from '#features/settings/model.ts';" });
  expect(await checkImports(project.root)).toEqual(['lib/title.ts → features/settings/model.ts breaks lib-is-a-leaf']);
});

test('a folder in which nothing is found to read fails', async () => {
  using project = makeSmallProject({});
  expect(await checkImports(project.root)).toEqual(['The cruiser saw no import at all: is @swc/core installed?']);
});

test("'use client' without the name and the name without 'use client' both fail", async () => {
  using project = makeSmallProject({
    'components/desk/editor.tsx': "// The editor.\n'use client';\nimport { useState } from 'react';",
    'components/desk/status.client.tsx': "import { useState } from 'react';",
  });
  expect(await checkImports(project.root)).toEqual([
    "components/desk/editor.tsx says 'use client': its name must end in .client.tsx.",
    "components/desk/status.client.tsx is named .client.tsx but does not begin with 'use client'.",
  ]);
});
