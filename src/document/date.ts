const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** `2021-11-05` as `5 November 2021`, `2021-11` as `November 2021`; anything else as it is. Month names are English. */
export function dateInWords(iso: string): string {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(iso);
  const month = match?.[2] === undefined ? undefined : months[Number(match[2]) - 1];
  if (match === null || month === undefined) return iso;
  return match[3] === undefined ? `${month} ${match[1]}` : `${Number(match[3])} ${month} ${match[1]}`;
}
