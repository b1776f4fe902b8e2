/** Shortforms of Unified English Braille (The Rules of Unified English Braille, 10.9), as braille ASCII. */
export const shortforms: Readonly<Record<string, string>> = {
  ab: 'about', abv: 'above', ac: 'according', acr: 'across', af: 'after', afn: 'afternoon', afw: 'afterward',
  ag: 'again', 'ag/': 'against', al: 'also', alm: 'almost', alr: 'already', alt: 'altogether', 'al?': 'although',
  alw: 'always', '2c': 'because', '2f': 'before', '2h': 'behind', '2l': 'below', '2n': 'beneath', '2s': 'beside',
  '2t': 'between', '2y': 'beyond', bl: 'blind', brl: 'braille', '*n': 'children', '3cv': 'conceive',
  '3cvg': 'conceiving', cd: 'could', dcv: 'deceive', dcvg: 'deceiving', dcl: 'declare', dclg: 'declaring',
  ei: 'either', 'f/': 'first', fr: 'friend', gd: 'good', grt: 'great', 'h]f': 'herself', hm: 'him',
  hmf: 'himself', imm: 'immediate', xs: 'its', xf: 'itself', lr: 'letter', ll: 'little', 'm*': 'much', 'm/': 'must',
  myf: 'myself', nec: 'necessary', nei: 'neither', '"of': 'oneself', '\\rvs': 'ourselves', pd: 'paid',
  'p]cv': 'perceive', 'p]cvg': 'perceiving', 'p]h': 'perhaps', qk: 'quick', rcv: 'receive', rcvg: 'receiving',
  rjc: 'rejoice', rjcg: 'rejoicing', sd: 'said', '%d': 'should', 's*': 'such', '!mvs': 'themselves', '?yf': 'thyself',
  td: 'today', tgr: 'together', tm: 'tomorrow', tn: 'tonight', wd: 'would', yr: 'your', yrf: 'yourself',
  yrvs: 'yourselves',
};
