// axe-core in the page.

import { readFileSync } from 'node:fs';

import { packageFile } from './settings.mjs';

const source = readFileSync(packageFile('axe-core'), 'utf8');
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/// Runs axe-core: `{ violations, advice }`, each a list of sentences; `advice` are its best practices.
/// Its text goes in through the debugger, which no content security policy stops; the page's policy stays on.
export async function axe(page) {
  await page.evaluate(`${source}; undefined`);
  return page.evaluate(async (rules) => {
    const result = await globalThis.axe.run(document, {
      runOnly: { type: 'tag', values: [...rules, 'best-practice'] },
      resultTypes: ['violations'],
    });
    const told = (violation) =>
      `${violation.id}: ${violation.help}: ${violation.nodes
        .slice(0, 5)
        .map((node) => `${node.target.join(' ')} (${(node.any[0] ?? node.all[0] ?? node.none[0])?.message ?? ''})`)
        .join('; ')}`;
    const isRule = (violation) => violation.tags.some((tag) => rules.includes(tag));
    return {
      violations: result.violations.filter(isRule).map(told),
      advice: result.violations.filter((violation) => !isRule(violation)).map(told),
    };
  }, rules);
}
