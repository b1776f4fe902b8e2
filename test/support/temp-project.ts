import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { sampleProject } from '../../src/cli/sample-project.ts';

/** A project folder that is deleted after the test. Values are the files' content. */
export function tempProject(files: Readonly<Record<string, string | Uint8Array>> = sampleProject): string {
  const root = mkdtempSync(join(tmpdir(), 'allformats test '));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) put(root, name, content);
  return root;
}

export function put(root: string, name: string, content: string | Uint8Array): void {
  const path = join(root, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}
