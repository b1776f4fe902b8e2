import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { bodyReadingOf } from '../document/passages.ts';
import { Failure } from '../kernel/failure.ts';
import type { Output } from '../kernel/output.ts';
import type { ProofTale } from '../kernel/proof-tale.ts';
import { expectedReading, plan } from '../plan/plan.ts';
import type { Profile } from '../profiles/profile.ts';
import { type Report, sourceOf } from './find-reports.ts';
import { formatOf } from './format-of.ts';
import type { ManifestOutput } from './manifest.ts';
import { type Project, projectPath } from './project.ts';
import { prove } from './prove.ts';
import { readReport } from './read-report.ts';
import { tellProof } from './tell-proof.ts';

/** Reads an output from the disk and compares it with its source of today. @throws Failure when it is not there */
export async function proveOutput(
  project: Project,
  report: Report,
  profile: Profile,
  files: readonly ManifestOutput[],
): Promise<ProofTale> {
  const { document } = readReport(project.root, report);
  const { format, options } = await formatOf(profile, []);
  const planned = plan(document, profile);
  // What the writer declares is known by writing; what is compared is what lies on the disk.
  const written = await format.write(planned.document, options);
  const changes = [...planned.changes, ...written.changes];
  const back = await format.readBack(
    files.map((file, index) => stored(project, file, written.outputs[index])),
  );
  const expected = expectedReading(document, profile);
  const body = bodyReadingOf(planned.document);
  const proof = prove(expected, back, changes, document.meta, body);
  return {
    title: `${document.meta.title}: ${profile.title}`,
    source: projectPath(project.root, sourceOf(report)),
    output: files[0]?.path ?? '',
    counts: [
      { what: 'words', total: proof.words, found: proof.found },
      { what: 'links', total: proof.links, found: proof.linksFound },
      ...proof.structure.filter(({ total }) => total > 0),
    ],
    findings: proof.findings,
    changes: changes.map(({ text, reason }) => ({ text, reason })),
    rows: tellProof(expected, back, changes, body),
  };
}

function stored(project: Project, file: ManifestOutput, written: Output | undefined): Output {
  const path = resolve(project.root, file.path);
  try {
    return { name: written?.name ?? '', mediaType: file.mediaType, bytes: readFileSync(path) };
  } catch {
    throw new Failure('file-missing', `${file.path} is not there. Run "npx allformats convert" first.`);
  }
}
