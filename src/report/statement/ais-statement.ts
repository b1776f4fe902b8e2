import { contactParts, dayInWords } from './contact.ts';
import type { StatementDetails } from './details.ts';
import { heading, list, type Rich, type StatementText, text } from './page-parts.ts';

/** A format that people can ask for. */
export interface FormatOnOffer {
  readonly id: string;
  readonly title: string;
  readonly description: string;
}

/** How a body meets the Accessible Information Standard: what people can ask for, how, and how long it takes. */
export function aisStatement(formats: readonly FormatOnOffer[], details: StatementDetails): StatementText {
  const { organisation, otherFormats, replyWithin, complaints, reviewed } = details;
  const timeOf = (id: string) => details.formats[id] ?? details.formats.default;
  const items: Rich[] = formats.map(({ id, title, description }) => {
    const time = timeOf(id);
    return [`${title}. ${description}${time === undefined ? '' : ` It takes ${time}.`}`];
  });
  return {
    title: `Accessible information from ${organisation}`,
    parts: [
      text(
        `You have a right to information that you can read and understand. ${organisation} follows the Accessible Information Standard (DAPB1605). It is for patients, people who use our services, their carers and parents.`,
      ),
      heading('What you can ask for'),
      text('You need not say why, and you need not prove anything. It costs you nothing.'),
      ...list([...items, ...otherFormats.map(({ title, time }) => [`${title}. It takes ${time}.`])]),
      text('You need something else, an interpreter or other help to communicate? Ask us.'),
      heading('How to ask'),
      text('Ask in the way that suits you. Somebody else may ask for you.'),
      ...contactParts(details),
      heading('How long it takes'),
      text(`We answer within ${replyWithin}. We tell you when you will have it.`),
      heading('What we do with what you tell us'),
      ...list([
        ['We ask you what you need, and write it down in your words.'],
        ['We mark it so that everybody who works with you sees it.'],
        ['We share it with others who care for you, if you agree. You can change your mind.'],
        ['We send information in the way you need, without being asked again.'],
        ['We ask you again at least once a year whether it is still right.'],
      ]),
      heading('If you are not happy'),
      text(
        `Tell us, and we will put it right. ${complaints === undefined ? '' : `${complaints} `}You can also `,
        {
          words: 'contact the Equality Advisory and Support Service (EASS)',
          address: 'https://www.equalityadvisoryservice.com/',
        },
        '.',
      ),
      text(`This page was last reviewed on ${dayInWords(reviewed)}.`),
    ],
  };
}

/** Formats without a time: people are told how long each one takes. */
export function formatsWithoutTime(
  formats: readonly FormatOnOffer[],
  details: StatementDetails,
): readonly string[] {
  if (details.formats.default !== undefined) return [];
  return formats.map(({ id }) => id).filter((id) => details.formats[id] === undefined);
}
