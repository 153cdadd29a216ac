/** The words that stand on every sheet for a family, whatever services are on it. Its reading age is tested. */
export const SHEET = {
  title: 'Help for you and your family',
  intro: 'These people can help. Keep this sheet. You can call when you want to, and you can ask for help more than once.',
  danger: {
    title: 'If you are in danger now',
    lines: [{ number: '999', words: 'Call the police or an ambulance. It is free, day and night. If you cannot speak, press 55 when you are asked to.' }],
  },
  anyTime: {
    title: 'Who you can call at any time',
    lines: [
      { number: '0800 1111', words: 'Childline. Any child or young person can talk to them, about anything. It is free and it does not show on the bill.' },
      { number: '101', words: 'The police, when it can wait a while.' },
      { number: '111', words: 'The NHS, when you are ill or hurt and do not know what to do. Press 2 to talk about how you feel.' },
    ],
  },
  services: 'People near you who can help',
  close: 'If somebody has hurt you or made you do things, it is not your fault.',
} as const

/** Those words as one text. */
export function sheetText(): string {
  const lines = [...SHEET.danger.lines, ...SHEET.anyTime.lines].map(({ words }) => words)
  return [SHEET.title, SHEET.intro, SHEET.danger.title, SHEET.anyTime.title, SHEET.services, ...lines, SHEET.close].join('\n')
}

/** As many services as one sheet takes: more help nobody. */
export const MOST_ON_A_SHEET = 12
