import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadFormat } from '../../src/formats/registry.ts';
import { openProject } from '../../src/pipeline/project.ts';
import { schemas } from '../../src/pipeline/schemas.ts';

const root = join(import.meta.dirname, '../..');

test('the schemas in docs are those of the program', async () => {
  const all = await schemas();
  const stored = readdirSync(join(root, 'docs')).filter((name) => name.endsWith('.schema.json'));
  expect(Object.keys(all).sort()).toEqual(expect.arrayContaining(stored));
  for (const [name, schema] of Object.entries(all)) {
    await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot(join(root, 'docs', name));
  }
});

describe('every profile', () => {
  test.each(openProject(root).profiles.map((profile) => [profile.id, profile] as const))(
    '%s has a format that exists and options that it takes',
    async (_, { format: id, options }) => {
      const format = await loadFormat(id);
      expect(format?.options.safeParse(options).error).toBeUndefined();
      expect(format).toBeDefined();
    },
  );
});
