/** Texts that people paste, that attackers send and that programs trip over. */

/** Kept and given back exactly as typed. */
export const KEPT: Readonly<Record<string, string>> = {
  'markup': '<script>alert(1)</script> & "quotes" <b onclick=x>',
  'SQL': `Robert'); DROP TABLE child; --`,
  'a template': '${7*7} {{7*7}} <%= 7 %> #{7}',
  'a spreadsheet formula': '=HYPERLINK("http://evil.test","x")',
  'emoji': 'Sad 😢, family 👨‍👩‍👧‍👦, flag 🏴󠁧󠁢󠁥󠁮󠁧󠁿',
  'Arabic': 'قالت إنها خائفة',
  'Hebrew and English mixed': 'She said שלום and left',
  'Punjabi': 'ਉਸਨੇ ਕਿਹਾ ਕਿ ਉਹ ਡਰੀ ਹੋਈ ਹੈ',
  'Chinese': '她说她很害怕',
  'Welsh': 'Ŵyddfa, tŷ, môr',
  'combining marks in composed form': 'Zoë Ångström',
  'quotation marks': 'O’Brien ‘said’ “so” — twice…',
  'backslashes': 'C:\\temp\\u0000 and \\ud83d',
  'JSON': '{"$gt": "", "not": null}',
  'percent and underscore': '100% _ %',
  'lines': 'first\nsecond\n\n\tthird',
}

/** Refused with the plain message: Postgres cannot store it, or no keyboard sends it. */
export const REFUSED: Readonly<Record<string, string>> = {
  'a null character': 'a\u0000b',
  'a bell': 'a\u0007b',
  'an escape': 'a\u001b[31mb',
  'a delete': 'a\u007fb',
  'the first half of a character': 'a\ud83db',
  'the second half of a character': 'a\ude00b',
  'halves the wrong way round': '\ude00\ud83d',
}

/** Kept without what would make it read in another order than it is written. */
export const REORDERED: Readonly<Record<string, [string, string]>> = {
  'an override': ['Harm\u202etxt.exe', 'Harmtxt.exe'],
  'isolates and embeddings': ['\u2066a\u2069\u202ab\u202c\u2067c\u2069', 'abc'],
}

/** Kept in another form of the same text. */
export const NORMALISED: Readonly<Record<string, [string, string]>> = {
  'space around it': ['  she said \n', 'she said'],
  'Windows lines': ['one\r\ntwo\rthree', 'one\ntwo\nthree'],
  'marks typed apart': ['Zoe\u0308', 'Zoë'],
}

/** What stands where a text is asked for, from somebody who hopes that it reaches a query. */
export const INJECTED: readonly unknown[] = [
  { not: '' }, { contains: 'a' }, { in: ['a'] }, { $gt: '' }, { startsWith: '' }, { equals: 'a' }, ['a'], [[]], 7,
  0, true, null, { toString: 'a' }, { __proto__: null, a: 1 },
]
