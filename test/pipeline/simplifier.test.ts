import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Failure } from '../../src/kernel/failure.ts';
import { draftEasyRead } from '../../src/pipeline/draft-easy-read.ts';
import { findReports } from '../../src/pipeline/find-reports.ts';
import { openProject } from '../../src/pipeline/project.ts';
import { simplify } from '../../src/pipeline/simplifier.ts';
import { tempProject } from '../support/temp-project.ts';

const folder = mkdtempSync(join(tmpdir(), 'allformats-'));

/** A team's program: what it does with `asked`, as JavaScript. */
function program(name: string, body: string): string {
  const file = join(folder, `${name}.mjs`);
  writeFileSync(
    file,
    `let text = ''; for await (const part of process.stdin) text += part; const asked = JSON.parse(text);\n${body}`,
  );
  return `${process.execPath} ${file}`;
}

const answer = (change: string) =>
  `console.log(JSON.stringify({ sentences: asked.sentences.map(({ id, text }) => ({ id, text: ${change} })) }));`;

describe('a program of a team', () => {
  test('gets the sentences with their language, and its answers are taken by number', async () => {
    const command = program('good', answer("asked.language + ': ' + text.toLowerCase()"));
    const given = await simplify(command, ['One.', 'Two.', 'One.'], 'en-GB');
    expect([...(given as ReadonlyMap<string, string>)]).toEqual([
      ['One.', 'en-GB: one.'],
      ['Two.', 'en-GB: two.'],
    ]);
  });

  test.each([
    ['that is not there', '/no/such/program', 'tool-missing'],
    [
      'that crashes',
      program('crash', "process.stderr.write('no model'); process.exit(3);"),
      'simplifier-failed',
    ],
    [
      'that prints something else',
      program('garbage', "console.log('Sure! Here you are');"),
      'simplifier-failed',
    ],
    [
      'that prints another shape',
      program('shape', 'console.log(\'{"sentences":["a"]}\');'),
      'simplifier-failed',
    ],
    ['that hangs', program('hang', 'await new Promise((done) => setTimeout(done, 60_000));'), 'tool-failed'],
  ])('%s is told', async (_, command, code) => {
    const given = await simplify(command, ['One.'], 'en-GB', 3);
    expect(given).toBeInstanceOf(Failure);
    expect((given as Failure).code).toBe(code);
  });
});

describe('a draft with a program of a team', () => {
  const open = () => {
    const root = tempProject();
    const project = { ...openProject(root), outputs: join(root, 'outputs') };
    return { project, report: findReports(project, [])[0]! };
  };

  test('takes what keeps the facts, and refuses the rest', async () => {
    const { project, report } = open();
    const command = program(
      'mixed',
      answer("/\\d/.test(text) ? text.replace(/\\d+/, '77') : 'This is so: ' + text"),
    );
    const { layer } = await draftEasyRead(project, report, { listOnly: false, simplifier: command });
    const points = layer!.parts.flatMap((part) => part.points);
    expect(points.filter(({ by }) => by === 'simplifier').length).toBeGreaterThan(0);
    expect(points.filter(({ by }) => by === 'simplifier-refused').length).toBeGreaterThan(0);
    for (const { by, text } of points) {
      expect(text.startsWith('This is so: '), text).toBe(by === 'simplifier');
      expect(text).not.toContain('77');
    }
  });

  test('goes on by rules when the program fails, and says so', async () => {
    const { project, report } = open();
    const { layer, simplifierFailed } = await draftEasyRead(project, report, {
      listOnly: false,
      simplifier: program('fails', 'process.exit(1);'),
    });
    expect(simplifierFailed?.code).toBe('simplifier-failed');
    expect(layer!.parts.flatMap((part) => part.points).every(({ by }) => by === 'rules')).toBe(true);
  });
});
