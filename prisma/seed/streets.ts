import type { AreaCode } from './agencies'
import type { Random } from './random'

// No such streets in no such towns. WZ and XM begin no postcode in the United Kingdom.

const words = (text: string): readonly string[] => text.trim().split(/\s*\n\s*/)

const STREETS: Readonly<Record<AreaCode, readonly string[]>> = {
  WRN: words(`
    Aldermoss Lane
    Angelica Rise
    Bellfounder Way
    Bilberry Bank
    Bobbin Street
    Brindmoor Road
    Cawthwick Lane
    Chaffinch Close
    Cinderhole Terrace
    Clogger Street
    Coppergate Walk
    Cordwain Court
    Curlew Crescent
    Damson Yard
    Dunsallow Drive
    Eelbeck Close
    Fellmonger Street
    Fennowdale Avenue
    Ferrowby Road
    Fettlers Row
    Foldhead Lane
    Gannister Hill
    Ginnel Place
    Goosefoot Green
    Greywether Avenue
    Harebell Court
    Hesslow Road
    Hobthrush Lane
    Hollowlight Street
    Inkle Mill Lane
    Jackdaw Mews
    Kelp Street
    Kestrel Bank
    Lamplighter Row
    Larkhollow Road
    Linnet Close
    Loomside
    Marlhythe Road
    Meadowsweet Way
    Mossgill Terrace
    Nailmaker Street
    Nethersike Road
    Nightjar Grove
    Oatcake Yard
    Ottermere Avenue
    Ottersike Close
    Oxlanding Road
    Packthread Street
    Pepperpot Lane
    Pinfold Rise
    Quarrenden Street
    Quillerton Road
    Ragwort Close
    Ravelin Street
    Reedmace Drive
    Ropers Ginnel
    Rushlight Terrace
    Sallowfield Road
    Saltpan Row
    Sandpiper Drive
    Shuttle Street
    Sikeside
    Skelder Street
    Slaters Fold
    Sorrel Bank
    Spindle Court
    Stoneloft Avenue
    Tallowmere Road
    Tansy Gardens
    Tarnlow Crescent
    Teasel Street
    Thimble Hall Road
    Tidemarsh Road
    Treadle Walk
    Turnpike Hollow
    Twine Street
    Velmere Avenue
    Waggoners Rest
    Wainscot Lane
    Warpers Row
    Weaverthrift Close
    Weft Street
    Wheatear Way
    Whinberry Drive
    Whitesmith Street
    Withy Bank
    Woolcomber Street
    Wrenbeck Road
    Yarrow Hill
    Yowe Lane`),
  MAR: words(`
    Arrowmere Road
    Barge Horse Lane
    Bittern Way
    Bulrush Close
    Canal Reach
    Gongoozler Street
    Lockkeeper Row
    Narrowboat Lane
    Pellbeck Road
    Puddle Dock Street
    Sluice Terrace
    Towpath Crescent
    Tugmaster Street
    Winding Hole Road`),
}

const TOWNS: Readonly<Record<AreaCode, readonly string[]>> = {
  WRN: ['Wrenmoor', 'Wrenmoor', 'Wrenmoor', 'Ferrowby', 'Tidemarsh', 'Hesslow', 'Aldermoss', 'Quillerton'],
  MAR: ['Marchford', 'Marchford', 'Pellbeck', 'Arrowmere'],
}

const FIRST_LETTERS: Readonly<Record<AreaCode, string>> = { WRN: 'WZ', MAR: 'XM' }
// the letters that end a postcode
const LETTERS = [...'ABDEFGHJLNPQRSTUWXYZ']

export type Place = { readonly line: string; readonly town: string; readonly postcode: string }

/** An address of that area, made up. A street keeps its town and most of its postcode. */
export function place(area: AreaCode, random: Random): Place {
  const streets = STREETS[area]
  const at = random.int(0, streets.length - 1)
  const towns = TOWNS[area]
  const town = at % towns.length
  const number = random.int(1, 148)
  const flat = random.chance(0.12) ? `Flat ${random.int(1, 18)}, ` : ''
  const letter = (offset: number) => LETTERS[offset % LETTERS.length] ?? 'A'
  // a street has a few postcodes: one for each stretch of forty numbers
  const postcode = `${FIRST_LETTERS[area]}${town + 1} ${(at % 9) + 1}${letter(at * 7)}${letter(at * 3 + Math.floor(number / 40))}`
  return { line: `${flat}${number} ${streets[at] ?? ''}`, town: towns[town] ?? '', postcode }
}
