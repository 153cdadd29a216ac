/** The fixed words of the copy of a record: read by a young person alone, perhaps. A test holds how hard they are to read. */
export const COVER = {
  title: 'What we hold about you',
  what: 'What is in this',
  intro: (area: string) => `You, or somebody for you, asked to see what ${area} has written down about you. This is a copy of it. Each part has a number, so that you can ask about it.`,
  counts: {
    passages: (many: number) => `There ${many === 1 ? 'is 1 part' : `are ${many} parts`} in all.`,
    given: (many: number) => `You have all of ${many === 1 ? '1 part' : `${many} parts`}.`,
    part: (many: number) => `In ${many === 1 ? '1 part' : `${many} parts`} some words are left out. There it says [withheld].`,
    whole: (many: number) => `${many === 1 ? '1 part is' : `${many} parts are`} left out whole. Its number is still there.`,
  },
  left: 'What is left out, and why',
  twoPeople: 'The law lets us leave some things out. Two people read all of it and agreed what to leave out.',
  rights: 'If you think this is wrong',
  rightsWords: [
    'Tell us. You can ask us to look again at what we left out. You can ask us to put right what is not true.',
    'You can also complain to the Information Commissioner’s Office (the ICO). It looks after your right to see what is held about you, and it does not work for us. Ring 0303 123 1113 or go to ico.org.uk/make-a-complaint. You can go to a court too.',
  ],
  support: 'Reading this can be hard',
  supportWords: ['Some of it may be hard to read. You do not have to read it alone: ask somebody you trust, or your worker, to sit with you. You can ring Childline at any time on 0800 1111. It is free.'],
  record: 'Your record',
  whole: 'This part is left out',
} as const

/** 'Words left out 3 times, and 1 whole part.' */
export function withheldInWords(stretches: number, passages: number): string {
  const words = [stretches ? `words left out ${stretches === 1 ? 'once' : `${stretches} times`}` : '', passages ? `${passages} whole ${passages === 1 ? 'part' : 'parts'}` : ''].filter(Boolean).join(', and ')
  return `(${words.charAt(0).toUpperCase()}${words.slice(1)}.)`
}

/** All of it as one text, to be measured. */
export function coverText(): string {
  return [COVER.title, `${COVER.what}.`, COVER.intro('the council'), COVER.counts.passages(12), COVER.counts.given(9), COVER.counts.part(2), COVER.counts.whole(1), COVER.twoPeople, ...COVER.rightsWords, ...COVER.supportWords].join(' ')
}
