/** The version of allformats that made an output. Same as in package.json (a test holds them together). */
export const version = '0.1.0';
