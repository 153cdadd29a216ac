import type { SourceCode } from '../../lib/pathway/codes'
import type { ConcernId } from '../../lib/pathway/words'

// What people say to a front door, in sentences of our own. {She} {she} {her} {him} {was} {has} become the
// words for the child: "her" is whose, "him" is whom. Plain, restrained, and no blame in any of them.

/** How the telling begins, by who tells. */
export const OPENINGS: Readonly<Record<SourceCode, readonly string[]>> = {
  '1A': [
    'A member of the family got in touch because they are worried.',
    'The family asked for somebody to talk to about this.',
    'A relative has been thinking about this for some weeks and decided to speak.',
  ],
  '1B': [
    'A neighbour shared a worry about a child who lives close by.',
    'Somebody who knows the family wanted this written down.',
  ],
  '1C': [
    'The young person got in touch without anybody’s help.',
    'The young person asked to speak to somebody who is not from school.',
  ],
  '1D': [
    'A member of the public wanted us to know what they saw.',
    'Somebody who works nearby passed on what they noticed.',
  ],
  '2A': [
    'The designated safeguarding lead passed on a worry from a member of staff.',
    'School has been keeping notes and now asks for a view.',
    'The pastoral team wrote down what was said and sent it the same day.',
    'A tutor noticed a change and told the safeguarding lead.',
  ],
  '2B': ['Education welfare followed up a gap in attendance.', 'A home-education visit raised a question.'],
  '3A': [
    'The GP saw the child at an appointment and asks for advice.',
    'The practice reviewed its notes and thinks this should be known.',
  ],
  '3B': [
    'The health visitor came away from a visit with a worry.',
    'The health visitor has seen the family three times this term.',
  ],
  '3C': ['The school nurse saw the child at the drop-in.', 'The school nurse noted this at a routine check.'],
  '3D': ['A practice nurse raised this after a clinic.', 'The dental team noticed this at a check-up.'],
  '3E': [
    'The emergency department saw the child and is following its procedure.',
    'The child came to the emergency department with an adult.',
  ],
  '3F': [
    'A nurse asked for this to be recorded.',
    'A worker from the clinic passed this on.',
    'The team met before the child was discharged, and this came up.',
  ],
  '4': [
    'A housing officer visited the home about something else.',
    'The landlord’s community team passed this on.',
    'A tenancy visit raised a question about a child.',
  ],
  '5A': [
    'A social worker for another member of the household raised this.',
    'The assessment team passed this across for a view.',
    'The placement team asked for this to be looked at.',
  ],
  '5B': ['Another council service came across this in its work.', 'A council officer passed on what they saw.'],
  '5C': [
    'Another authority sent notice about a child who has moved here.',
    'A social worker from another authority rang ahead of a transfer.',
  ],
  '5D': [
    'The early help worker thinks more is needed now.',
    'The family’s early help worker brought this back after a review.',
  ],
  '6': [
    'Officers attended and sent this report afterwards.',
    'The harm assessment unit shared this after its morning review.',
    'A neighbourhood officer passed this on.',
    'The police control room sent this on after the call was closed.',
  ],
  '7': ['A probation officer raised this after a home visit.', 'The court officer asked for this to be noted.'],
  '8': [
    'A youth worker passed this on after a session.',
    'The project worker has known the family for a while.',
    'A volunteer told their manager, who got in touch.',
  ],
  '9': ['The caller did not wish to say who they are.', 'Nobody left a name with this.'],
  '10': ['It is not clear who left this message.'],
}

/** What is told, for each type of concern. */
export const TOLD: Readonly<Record<ConcernId, readonly string[]>> = {
  missing: [
    '{She} did not come home when expected and nobody could reach {him} until the next day.',
    '{She} {was} away from home for most of the night and did not want to say where.',
    '{She} {has} been late home four times this month, each time later than before.',
    'Nobody knew where {she} {was} for several hours after school.',
    '{She} left the house after tea and {was} found two streets away by a relative, safe and tired.',
  ],
  unexplained_gifts: [
    '{She} {has} new trainers and a new coat and the family did not buy them.',
    'Staff have seen {him} with more money than they would expect.',
    '{Her} top-ups and taxis are being paid for by somebody nobody at home knows.',
    'There was a second set of nice clothes in {her} bag with the labels still on.',
  ],
  older_controlling_person: [
    'An adult waits for {him} outside and {she} {was} upset when asked about it.',
    'Somebody several years older tells {him} who to see and what to wear.',
    '{She} {has} stopped seeing friends since an older person came into {her} life.',
    '{She} checks in by message every half hour with someone {she} would not name.',
  ],
  online_contact: [
    '{She} talks most nights to people {she} {has} never met, in a game and then in private messages.',
    'Somebody online asked {him} to move to another app and to keep it quiet.',
    'A new online friend says they are fifteen and knows a lot about where {she} lives.',
    '{She} {has} been sent gift codes by an account that nobody in the family knows.',
  ],
  images_shared: [
    'Somebody asked {him} for a picture, and it was passed on to others.',
    '{She} told a friend that a person is keeping a picture and says they will show it around.',
    'A picture of {him} is known to some of {her} year group and {she} {was} very distressed.',
  ],
  secretive_phone: [
    '{She} {has} a second phone and keeps it switched off at home.',
    '{Her} phone rings through the night with numbers that are not saved.',
    '{She} became frightened when {her} phone rang and left the room to answer it.',
  ],
  vehicles_unknown_adults: [
    '{She} {was} seen getting into a grey car with two adults whom nobody could name.',
    'A different car has dropped {him} near the school gate on three mornings.',
    'A taxi nobody had ordered came to the house for {him} late in the evening.',
    'Part of a number plate was written down and has gone to the police.',
  ],
  hotels_or_parties: [
    '{She} {was} at a flat with several adults where there was a lot to drink.',
    'A receptionist was uneasy about a young person who came in with an older group.',
    '{She} spoke of parties at a house in another part of town where {she} did not know most people.',
  ],
  premises_of_concern: [
    '{She} {has} been spending evenings at a takeaway that is already known to the police.',
    'Staff at the shopping arcade see {him} most afternoons with the same group of adults.',
    'A shop in the precinct seems to let young people stay in the back after closing.',
  ],
  disclosure_of_exploitation: [
    '{She} told a member of staff what an adult has been making {him} do, and was listened to.',
    '{She} chose a person {she} trusts and said that somebody is using {him}.',
    'In {her} own time {she} told a worker enough for them to be sure that this is exploitation.',
  ],
  coercion_or_debt: [
    '{She} {has} been told that {she} owes money and must earn it back.',
    'Somebody has threatened {her} younger brother if {she} stops answering.',
    '{She} {was} given things first and is now told there is a price.',
  ],
  trafficked_or_moved: [
    '{She} {was} found at a railway station in another town with a ticket {she} had not bought.',
    'Officers in another force found {him} in a flat forty miles from home.',
    '{She} {has} been driven between towns at weekends by people {she} knows by first name only.',
  ],
  made_to_bring_others: [
    '{She} {has} been told to bring a friend along next time and is afraid of what happens if {she} does not.',
    'A younger pupil says {she} asked them to come too; both need support.',
  ],
  criminal_exploitation: [
    '{She} {was} asked to carry a package and is frightened of the people who asked.',
    'Somebody is using {her} bank card to move money through.',
    '{She} {was} found with things that adults had given {him} to hold.',
  ],
  sexual_health: [
    'The clinic has seen {him} several times in a short while and is worried about the pattern.',
    '{She} asked for a test and would not say who the other person is; the nurse thinks they are older.',
    '{She} came for advice on {her} own and seemed to be told what to say by text.',
  ],
  sexual_abuse: [
    '{She} said something to an adult {she} trusts that suggests somebody has harmed {him}. Nobody has asked more.',
    'What {she} said was written down in {her} words and no questions were put.',
  ],
  physical_abuse: [
    'There is a mark on {her} arm and the accounts of it differ.',
    '{She} said that an adult at home hit {him} and that it was not the first time.',
    'A relative says {she} {was} pushed hard during an argument.',
  ],
  injury: [
    '{She} {has} a bruise that was not there before the weekend and nobody could explain it.',
    'The injury has been looked after; how it came about is not clear.',
    'There are two accounts of how {she} {was} hurt.',
  ],
  emotional_abuse: [
    '{She} {was} spoken to in a way that left {him} in tears, and it is said to happen often.',
    'A parent told {him} in front of others that {she} {was} not wanted.',
    '{She} seems to be blamed for whatever goes wrong at home.',
  ],
  neglect: [
    'The home was cold and there was very little food in.',
    '{Her} clothes are often not clean and appointments have been missed.',
    'There has been nobody at home to care for {him} on several evenings.',
    '{She} {has} not been taken to the last three health appointments.',
    'There are rubbish bags in the hall and nowhere clear to sleep.',
  ],
  domestic_abuse: [
    'There was an argument between the adults at home; a door was damaged and the child was upstairs.',
    'A parent was hurt by a partner while the child was in the next room.',
    'This is the third call to the address since the summer.',
    'A former partner came to the house and would not leave; the child heard all of it.',
    'The adults were shouting in the street and the child was seen at the window.',
    'A parent has moved out with the child and is staying with relatives; the other parent keeps ringing.',
    'A neighbour rang the police because of shouting and things being thrown. It was quiet when officers came.',
    'There is an order that the former partner must not come to the home, and he has been seen outside.',
    'A parent told the officers that arguments have become more frequent since the summer.',
    'The adults were arguing when they brought the child home. One of them left before officers came.',
  ],
  self_harm: [
    '{She} {has} hurt {him_self} and showed a friend, who told an adult.',
    '{She} told the nurse that {she} does not see a way forward at the moment.',
    '{She} {was} seen at hospital after hurting {him_self} and is home again.',
  ],
  change_in_mood: [
    '{She} {has} become quiet and no longer sits with {her} friends.',
    '{She} cries easily and says {she} is tired all the time.',
    '{She} used to love sport and {has} dropped all of it.',
  ],
  substance_use: [
    '{She} {was} unwell after drinking with a group in the park.',
    'Somebody older is buying drink for {him} and {her} friends.',
    'There was a smell of cannabis on {her} coat and {she} {was} worried about getting into trouble.',
  ],
  school_absence: [
    '{Her} attendance has fallen from nearly full to about half since September.',
    '{She} {was} sent home for two days and has not come back since.',
    '{She} arrives and then leaves before registration.',
    '{She} {has} missed ten school days and calls home are not answered.',
  ],
  behaviour: [
    '{She} {was} in two fights this week, which is not like {him}.',
    '{She} {was} very angry in class and afterwards very sorry.',
    'At home things are being thrown and the younger children are frightened.',
  ],
  bullying: [
    'Others have been sending {him} unkind messages for weeks.',
    '{She} eats lunch alone and says nobody wants to sit with {him}.',
    '{She} {was} followed home by a group who laughed at {him}.',
  ],
  parenting_support: [
    'The parents asked for help with routines and bedtimes.',
    'A parent feels worn out and asked what support there is.',
    'The family would like somebody to talk to about boundaries.',
    'The carers are doing well and ask for some respite.',
  ],
  family_difficulty: [
    'The parents have separated and the children are moving between two homes.',
    'A grandparent who did much of the caring has died.',
    'A parent is in hospital and relatives are taking turns.',
    'Money is very short since a parent lost work.',
  ],
  housing: [
    'The family of five are in one room and have been told it may be for months.',
    'There is damp in the bedroom and a notice to leave at the end of the month.',
    'They are staying with friends and have had to move three times.',
  ],
  advice_sought: [
    'The caller wanted to know what is normal at this age.',
    'They asked which services there are and how to reach them.',
    'They wanted to check whether this needs to be reported at all.',
    'They asked how to speak with a child about staying safe online.',
  ],
}

/** What else was said, whatever the concern. */
export const BESIDES: readonly string[] = [
  'This has been building over some weeks.',
  'It is the first time anything like this has been noticed.',
  'The last few days have been calmer.',
  'There is a supportive aunt who is in touch most days.',
  'The caller has written down dates and can send them.',
  'A brother or sister at the same address may also be affected.',
  'The family has been open about it and wants things to be better.',
  'It is not known whether anybody else has been told.',
  'One parent is worried and the other thinks it will pass.',
  'The child has not been asked any questions.',
  'The caller has not seen this at first hand and was told by somebody who did.',
  'A worker from another service has visited before.',
  'The family moved here in the spring and knows few people.',
  'There has been one earlier visit by another service, two years ago.',
  'A grandmother looks after the child on two afternoons a week.',
  'The caller is worried that things will get worse over the holidays.',
]

/** The same, for children who go to school. */
export const BESIDES_AT_SCHOOL: readonly string[] = [
  'The child has a good relationship with one teacher and may talk to them.',
  'School says that work and attendance were good until this term.',
  'There is one close friend, and that friendship has held.',
  'A club on Thursdays is the one thing that is never missed.',
]

/** What the person who tells would like. */
export const ASKED: readonly string[] = [
  'They ask to be told what happens next.',
  'They would like advice on what to say to the family.',
  'They are willing to be at a meeting.',
  'They would rather the family did not learn who got in touch.',
  'They will keep an eye on things and ring again if anything changes.',
  'They think that somebody should visit.',
  'They wanted it to be on record.',
]
