const report = `---
title: My first report
organisation: Anytown Health Services
language: en-GB
date: 2026-01
version: "1.0"
summary: A short sample that shows what a report can hold.
contact:
  team: Communications team
  email: communications@example.org
  post:
    - 1 High Street
    - Anytown
    - AN1 1AA
  replyWithin: 5 working days
signOff:
  - role: Not stated
---

:::key-facts
- We asked 120 people how they get information from us.
- 84 of them want it in another format.
:::

## What we did

We asked 120 people. [Read how NHS England describes the standard](https://www.england.nhs.uk/accessible-information-standard/).

## What we found

:::table{#answers caption="What people told us"}
| Format | People |
| --- | --- |
| Large print | 51 |
| Easy Read | 33 |
| No change | 36 |
:::

:::figure{src="images/answers.svg" alt="Bar chart: 51 people want large print, 33 want Easy Read, 36 want no change" caption="What people want"}
The chart has three bars: large print 51, Easy Read 33, no change 36.
:::

:::abbreviations
- AIS: Accessible Information Standard
:::
`;

const easyRead = `:::easy-read{covers="what-we-did what-we-found"}
## About this document

:pic[report] This is a report from Anytown Health Services.

:pic[question] We asked 120 people how they get information.

## What people told us

:pic[large-print] 51 people want **large print**. Large print has big letters.

:pic[easy-read] 33 people want Easy Read.
:::

:::glossary
- Large print: Words in big letters.
:::

:::facts{section="what-we-did what-we-found" why="The easy version tells the main answers. The rest is in the report."}
NHS England; 51 (1 of 3); Easy Read (1 of 3); 33 (1 of 3); 36 (0 of 3); 3; not (0 of 3)
england.nhs.uk/accessible-information-standard; Anytown Health Services (1 of 0)
:::
`;

const picture = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 300" font-family="Atkinson Hyperlegible Next, Arial, sans-serif" font-size="24" fill="#212B32">
  <title>What people want</title>
  <rect width="640" height="300" fill="#FFFFFF"/>
  <text x="20" y="60">Large print</text>
  <rect x="180" y="30" width="357" height="44" fill="#005EB8"/>
  <text x="552" y="60">51</text>
  <text x="20" y="150">Easy Read</text>
  <rect x="180" y="120" width="231" height="44" fill="#005EB8"/>
  <text x="426" y="150">33</text>
  <text x="20" y="240">No change</text>
  <rect x="180" y="210" width="252" height="44" fill="#005EB8"/>
  <text x="447" y="240">36</text>
</svg>
`;

/** A project for a team that starts: file name and content. */
export const sampleProject: Readonly<Record<string, string>> = {
  'sources/my-first-report.md': report,
  'sources/my-first-report.easy.md': easyRead,
  'sources/images/answers.svg': picture,
  '.gitignore': 'outputs/\nnode_modules/\n.cache/\n',
};
