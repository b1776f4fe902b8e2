import { kindsOf } from '../finding-kind.ts';

const links = ['NHS digital service manual: links'];

/** What `check --follow-links` finds when it asks the addresses that reports link to. */
export const linkKinds = kindsOf('link', [
  [
    'dead',
    'Links to other sites lead to a page that is there',
    'Who types an address from paper or braille, or goes to it key by key, pays most for a page that is gone.',
    links,
    'Find out where the page is now: look on the site for its title. If it is gone for good, take the link out and say in words what it told. A page is called gone only when its server says so (404 or 410), or when there is no site of that name.',
  ],
  [
    'no-such-place',
    'The place that a link names is on the page',
    'The page opens at its top instead. Who listens, or sees a few words at a time, must look for the place in the whole page.',
    links,
    'Open the page, go to the heading and copy its address. Severity "person" means that the page has scripts, which may make the place: look in a browser whether the link leads there.',
  ],
  [
    'not-reached',
    'Each link to another site can be checked',
    'Nobody knows whether the link works: the server was silent, out of order, or turns programs away.',
    links,
    'Open the address in a browser. If it opens, all is well, and a baseline file can keep it from being told again. If not, link to where the page is now. Addresses on this machine and in private networks are not asked without --allow-private: readers elsewhere cannot open them.',
  ],
]);
