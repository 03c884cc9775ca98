/**
 * The words that generated stories are made of. Every person, agency and institution is invented; places are real, so
 * that headlines read like headlines.
 */
export interface Topic {
  /** The name of the tag. */
  readonly name: string;
  /** What the story says it about: 'sales of heat pumps' rise, are debated, are to be reviewed. Always plural. */
  readonly matters: readonly string[];
}

export interface SectionWords {
  readonly name: string;
  /** The sections below it, each with the topics that are filed there. */
  readonly parts: Readonly<Record<string, readonly string[]>>;
  readonly topics: readonly Topic[];
  /** Who acts in its stories; plural or a body that takes 'have'. */
  readonly actors: readonly string[];
}

const topic = (name: string, ...matters: string[]): Topic => ({ name, matters });

/** Commonest first, as a news desk files. */
export const sectionWords: readonly SectionWords[] = [
  {
    name: 'World',
    parts: { Crises: ['Migration', 'Humanitarian aid', 'Peacekeeping'] },
    actors: ['mediators', 'aid agencies', 'border officials', 'foreign ministers', 'election observers'],
    topics: [
      topic('Diplomacy', 'talks on a new treaty', 'plans for a joint summit', 'rules for embassy staff'),
      topic('Migration', 'asylum procedures', 'crossings at the northern border', 'visas for seasonal workers'),
      topic('Trade', 'tariffs on farm goods', 'shipments through the canal', 'talks on customs checks'),
      topic('Humanitarian aid', 'food deliveries', 'shelters for displaced families', 'mine clearance efforts'),
      topic('Peacekeeping', 'patrols along the ceasefire line', 'mandates of the observer mission'),
    ],
  },
  {
    name: 'Politics',
    parts: { Elections: ['Elections'], Courts: ['Justice'], Parliament: ['Budget', 'Transparency'] },
    actors: ['lawmakers', 'opposition leaders', 'party members', 'judges', 'ministers'],
    topics: [
      topic('Elections', 'rules for postal votes', 'limits on campaign spending', 'boundaries of voting districts'),
      topic('Budget', 'spending plans for the coming year', 'cuts to regional grants', 'pension reforms'),
      topic('Justice', 'appeals in tax cases', 'sentencing guidelines', 'delays in the lower courts'),
      topic('Housing', 'rent controls', 'permits for new homes', 'subsidies for first-time buyers'),
      topic('Transparency', 'records of ministers’ meetings', 'lobbying rules', 'disclosures of party donations'),
    ],
  },
  {
    name: 'Business',
    parts: { Markets: ['Shares', 'Inflation'], Energy: ['Energy'], Work: ['Jobs'] },
    actors: ['investors', 'regulators', 'shop owners', 'union leaders', 'analysts'],
    topics: [
      topic('Inflation', 'food prices', 'energy bills', 'wage demands'),
      topic('Shares', 'shares in chip makers', 'bank earnings', 'dividends of utilities'),
      topic('Energy', 'sales of heat pumps', 'offshore wind projects', 'storage sites for gas'),
      topic('Jobs', 'vacancies in care homes', 'layoffs at car plants', 'apprenticeships in building trades'),
      topic('Retail', 'sales of second-hand clothes', 'supermarket margins', 'parcel deliveries'),
    ],
  },
  {
    name: 'Sport',
    parts: { Football: ['Football'], Athletics: ['Athletics'], Cycling: ['Cycling'], Tennis: ['Tennis'] },
    actors: ['fans', 'coaches', 'club owners', 'referees', 'players'],
    topics: [
      topic('Football', 'ticket prices', 'video reviews of goals', 'transfers of young players'),
      topic('Athletics', 'records over 800 metres', 'doping tests', 'qualifying times for the marathon'),
      topic('Cycling', 'mountain stages of the tour', 'safety rules for descents'),
      topic('Tennis', 'late-night matches', 'prizes at smaller tournaments'),
      topic('Women’s sport', 'broadcasts of the women’s league', 'contracts for part-time players'),
    ],
  },
  {
    name: 'Science',
    parts: { Space: ['Space'], Environment: ['Climate', 'Biodiversity'] },
    actors: ['researchers', 'astronomers', 'marine biologists', 'engineers', 'field teams'],
    topics: [
      topic('Space', 'images from the lunar orbiter', 'launches of small satellites', 'samples from an asteroid'),
      topic('Climate', 'measurements of sea ice', 'forecasts of summer heat', 'emissions from shipping'),
      topic('Biodiversity', 'sightings of river otters', 'counts of migrating birds', 'surveys of coral reefs'),
      topic('Physics', 'experiments with cold atoms', 'results from the neutrino detector'),
      topic('Archaeology', 'finds from a bronze-age harbour', 'excavations under the old market'),
    ],
  },
  {
    name: 'Technology',
    parts: { Security: ['Cybersecurity', 'Privacy'] },
    actors: ['developers', 'privacy advocates', 'software makers', 'network operators', 'auditors'],
    topics: [
      topic(
        'Artificial intelligence',
        'tests of translation systems',
        'rules for generated images',
        'chatbots in schools',
      ),
      topic('Privacy', 'limits on location data', 'consent banners', 'records kept by phone makers'),
      topic('Cybersecurity', 'attacks on hospital networks', 'patches for home routers', 'passkeys for bank customers'),
      topic('Chips', 'orders for memory chips', 'plans for a new foundry'),
      topic('Open source', 'grants for library maintainers', 'audits of common packages'),
    ],
  },
  {
    name: 'Culture',
    parts: { Books: ['Books'], Film: ['Film'], Stage: ['Music', 'Theatre'] },
    actors: ['curators', 'publishers', 'musicians', 'festival organisers', 'translators'],
    topics: [
      topic('Books', 'translations of debut novels', 'library opening hours', 'sales of audiobooks'),
      topic('Film', 'documentaries on the festival list', 'subsidies for small cinemas'),
      topic('Music', 'royalties from streaming', 'concerts in former factories'),
      topic('Museums', 'loans of old masters', 'claims to looted bronzes', 'free entry days'),
      topic('Theatre', 'premieres of new plays', 'rehearsals of a forgotten opera'),
    ],
  },
  {
    name: 'Health',
    parts: {},
    actors: ['doctors', 'nurses', 'health officials', 'patients', 'pharmacists'],
    topics: [
      topic('Hospitals', 'waiting times for surgery', 'closures of maternity wards', 'night shifts in clinics'),
      topic('Vaccines', 'trials of a malaria vaccine', 'booster appointments'),
      topic('Mental health', 'helplines for teenagers', 'therapy places in rural areas'),
      topic('Nutrition', 'labels on ready meals', 'school lunches'),
    ],
  },
  {
    name: 'Education',
    parts: {},
    actors: ['teachers', 'students', 'parents', 'university heads', 'school boards'],
    topics: [
      topic('Schools', 'class sizes', 'language lessons', 'phone bans in classrooms'),
      topic('Universities', 'tuition fees', 'places in medicine', 'housing for students'),
      topic('Research funding', 'grants for young scientists', 'contracts of postdoctoral staff'),
    ],
  },
  {
    name: 'Transport',
    parts: {},
    actors: ['commuters', 'rail operators', 'city planners', 'drivers', 'port authorities'],
    topics: [
      topic('Rail', 'night trains', 'repairs on the main line', 'delays at the central station'),
      topic('Roads', 'bridge inspections', 'speed limits in town centres', 'charging points for lorries'),
      topic('Aviation', 'landing fees', 'baggage rules', 'flights between regional airports'),
      topic('Cycle paths', 'routes for cyclists', 'parking places at stations'),
    ],
  },
];

export const places: readonly string[] = [
  'London Paris Berlin Brussels Nairobi Seoul Tokyo Delhi Lagos Cairo Madrid Rome Warsaw Kyiv Athens Lisbon Vienna',
  'Oslo Helsinki Dublin Prague Budapest Bucharest Sofia Zagreb Ankara Beirut Amman Doha Riyadh Tehran Baghdad Kabul',
  'Islamabad Dhaka Colombo Bangkok Hanoi Manila Jakarta Singapore Sydney Melbourne Auckland Toronto Montreal Chicago',
  'Boston Denver Houston Seattle Atlanta Havana Bogotá Lima Quito Santiago Montevideo Accra Dakar Abuja Kampala Maputo',
  'Johannesburg Windhoek Tunis Rabat Reykjavík Tallinn Riga Vilnius',
].flatMap((line) => line.split(' '));

export const givenNames: readonly string[] = [
  'Amara Anton Beatriz Chidi Clara Dalia Emeka Erik Fatima Georg Hana Ines Ivan Jonas Kofi Lena Lucía Mateo Mina Nadia',
  'Noor Olga Pavel Priya Rana Rosa Samir Sofia Tomas Yuki',
].flatMap((line) => line.split(' '));

export const familyNames: readonly string[] = [
  'Adeyemi Albers Bianchi Castellanos Dvořák Eriksen Fontaine Grabowski Haddad Ivanova Jansen Kaplan Lindqvist Marquez',
  'Nakamura Okafor Petrov Quiroga Rahman Schreiber Tanaka Underhill Vargas Whitlock Yilmaz Zielinski',
].flatMap((line) => line.split(' '));

/** Invented, each with the address of where its copy would stand. */
export const agencies: readonly { name: string; origin: string }[] = [
  { name: 'Meridian Wire', origin: 'https://meridian-wire.example' },
  { name: 'Northgate Press Service', origin: 'https://northgate.example' },
  { name: 'Harbour News Agency', origin: 'https://harbour-news.example' },
];
