// SARI (Xu and others, 2016) of the drafting on the test set of ASSET, which its licence lets nobody ship: give its folder.
//   ASSET=/folder/with/asset.test.orig node bench/sari.mjs
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const orders = [1, 2, 3, 4];

/** As mteval-v13a does it, in small letters. */
export function tokens13a(text) {
  return ` ${text.toLowerCase()} `
    .replace(/([{-~[-` -&(-+:-@/])/g, ' $1 ')
    .replace(/([^0-9])([.,])/g, '$1 $2 ')
    .replace(/([.,])([^0-9])/g, ' $1 $2')
    .replace(/([0-9])(-)/g, '$1 $2 ')
    .trim()
    .split(/\s+/);
}

function grams(tokens, order) {
  const found = new Map();
  for (let at = 0; at + order <= tokens.length; at++) {
    const gram = tokens.slice(at, at + order).join(' ');
    found.set(gram, (found.get(gram) ?? 0) + 1);
  }
  return found;
}

const f1 = ({ right, told, wanted }) => (right === 0 ? 0 : (2 * right) / (told + wanted));

/** Corpus SARI, 0 to 100, with its three parts: what was added, kept and deleted as people did it. F1 of each, mean over 1 to 4 words. */
export function sari(originals, outputs, references) {
  const tallies = orders.map(() => ({ add: tally(), keep: tally(), del: tally() }));
  originals.forEach((original, at) => {
    const texts = [original, outputs[at], ...references.map((one) => one[at])].map(tokens13a);
    const people = references.length;
    orders.forEach((order, slot) => {
      const [old, fresh, ...others] = texts.map((tokens) => grams(tokens, order));
      const refs = new Map();
      for (const one of others)
        for (const [gram, count] of one) refs.set(gram, (refs.get(gram) ?? 0) + count);
      const { add, keep, del } = tallies[slot];
      for (const gram of fresh.keys()) {
        if (old.has(gram)) continue;
        add.told++;
        if (refs.has(gram)) add.right++;
      }
      for (const gram of refs.keys()) if (!old.has(gram)) add.wanted++;
      for (const [gram, count] of old) {
        const [was, kept, asked] = [count * people, (fresh.get(gram) ?? 0) * people, refs.get(gram) ?? 0];
        const [both, wanted] = [Math.min(was, kept), Math.min(was, asked)];
        keep.told += both;
        keep.wanted += wanted;
        keep.right += Math.min(both, wanted);
        const [gone, ungone] = [Math.max(0, was - kept), Math.max(0, was - asked)];
        del.told += gone;
        del.wanted += ungone;
        del.right += Math.min(gone, ungone);
      }
    });
  });
  const mean = (part) => (100 * tallies.reduce((sum, one) => sum + f1(one[part]), 0)) / orders.length;
  const [add, keep, del] = [mean('add'), mean('keep'), mean('del')];
  return { sari: (add + keep + del) / 3, add, keep, del };
}

function tally() {
  return { right: 0, told: 0, wanted: 0 };
}

const lines = (folder, name) => readFileSync(join(folder, name), 'utf8').trimEnd().split('\n');

async function main() {
  const folder = process.env.ASSET;
  if (!folder) {
    console.log(
      'SARI is not measured: ASSET says no folder with asset.test.orig and asset.test.simp.0 to .9.',
    );
    return;
  }
  const originals = lines(folder, 'asset.test.orig');
  const references = Array.from({ length: 10 }, (_, at) => lines(folder, `asset.test.simp.${at}`));
  const { draftSentence } = await import('../dist/drafting/draft-sentence.js');
  const { plainWords } = await import('../dist/drafting/plain-words.js');
  const systems = {
    identity: (text) => text,
    'first 60 % of the words': (text) =>
      text
        .split(' ')
        .slice(0, Math.ceil(text.split(' ').length * 0.6))
        .join(' '),
    'tier A': (text) => draftSentence(text, plainWords(text), 'A').text,
    'tiers A and B': (text) => draftSentence(text, plainWords(text), 'B').text,
  };
  for (const [name, write] of Object.entries(systems)) {
    const started = process.cpuUsage();
    const outputs = originals.map(write);
    const { user } = process.cpuUsage(started);
    const { sari: score, add, keep, del } = sari(originals, outputs, references);
    const row = [score, add, keep, del].map((one) => one.toFixed(2).padStart(6)).join('');
    console.log(`${name.padEnd(26)}${row}   ${Math.round(user / 1000)} ms`);
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await main();
