import { z } from 'zod';
import { formatIds, loadFormat } from '../formats/registry.ts';
import { profileSchema } from '../profiles/profile.ts';
import { frontMatterSchema } from '../source/front-matter.ts';
import { checkReportSchema } from './check-report.ts';
import { manifestSchema } from './manifest.ts';
import { picturePackSchema } from './picture-pack.ts';

type JsonSchema = Readonly<Record<string, unknown>>;

/** The JSON Schemas that the project publishes in docs/, by file name. */
export async function schemas(): Promise<Readonly<Record<string, JsonSchema>>> {
  const input = { io: 'input', unrepresentable: 'any' } as const;
  return {
    'check.schema.json': z.toJSONSchema(checkReportSchema),
    'front-matter.schema.json': z.toJSONSchema(frontMatterSchema, input),
    'manifest.schema.json': z.toJSONSchema(manifestSchema),
    'picture-pack.schema.json': z.toJSONSchema(picturePackSchema, input),
    'profile.schema.json': await profileJsonSchema(),
  };
}

/** A profile's options depend on its format: one branch for each. */
async function profileJsonSchema(): Promise<JsonSchema> {
  const { $schema, ...base } = z.toJSONSchema(profileSchema, { io: 'input' });
  const branches: JsonSchema[] = [];
  for (const id of formatIds) {
    const format = await loadFormat(id);
    if (format === undefined) continue;
    const { $schema: _, ...options } = z.toJSONSchema(format.options, {
      io: 'input',
      unrepresentable: 'any',
    });
    branches.push({
      if: { properties: { format: { const: id } } },
      // biome-ignore lint/suspicious/noThenProperty: "then" is a word of JSON Schema
      then: { properties: { options } },
    });
  }
  return { $schema, ...base, allOf: branches };
}
