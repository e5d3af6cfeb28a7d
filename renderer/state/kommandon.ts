/** Every keyboard command of the program: one table, read by the key listener, tooltips, menus, palette and F1. */
export type CommandInfo = {
  /** As on the button or in the menu. */
  namn: string;
  /** `Ctrl`, `Alt`, `Shift` and the key as KeyboardEvent names it; the first is the one shown. */
  tangenter: string[];
  grupp: 'Kund' | 'Skriva' | 'Flikar och ytor' | 'Program';
  /** Works also while a dialog is open. */
  iDialog?: true;
};
const info = (namn: string, grupp: CommandInfo['grupp'], ...tangenter: string[]): CommandInfo => ({ namn, grupp, tangenter });

export const kommandon = {
  personSok: info('Sök person', 'Kund', 'Ctrl+L'),
  sokAnteckningar: info('Sök i anteckningar', 'Kund', 'Ctrl+Shift+L'),
  senaste: info('De 10 senaste kunderna', 'Kund', 'Alt+Q'),
  kundlista: info('Kundlista', 'Kund', 'Alt+L'),
  oppnaHela: info('Öppna hela journalen eller dokumentet', 'Kund', 'Ctrl+Enter'),
  dokumentation: info('Dokumentation', 'Kund', 'Ctrl+D'),
  aktualisering: info('Aktualisering', 'Kund', 'Ctrl+Shift+A'),
  inledUtredning: info('Inled utredning', 'Kund'),
  lassBeslut: info('LASS-beslut', 'Kund'),
  avslutaArende: info('Avsluta ärende', 'Kund'),
  bytUtforare: info('Byt utförare', 'Kund', 'Ctrl+U'),
  flikUtredning: info('Visa utredningen', 'Kund', 'Ctrl+1'),
  flikAktualiseringar: info('Visa Aktualiseringar', 'Kund', 'Ctrl+2'),
  flikDokumentation: info('Visa utredningens dokumentation', 'Kund', 'Ctrl+3'),
  flikBeslut: info('Visa Beslut', 'Kund', 'Ctrl+4'),
  flikBestallning: info('Visa Beställning', 'Kund', 'Ctrl+5'),
  flikBedomning: info('Visa Bedömning', 'Kund', 'Ctrl+6'),
  flikTidslinje: info('Visa Tidslinje', 'Kund', 'Ctrl+7'),
  flikInfoga: info('Infoga dokument', 'Kund', 'Ctrl+8'),
  bindare: info('PDF-binder', 'Kund'),
  kamera: info('Bevakningar för det som visas', 'Kund'),
  nyBevakning: info('Ny bevakning', 'Kund', 'Alt+Shift+B'),
  dokumentBredvid: info('Visa eller dölj dokument bredvid texten', 'Kund', 'Alt+D'),
  tradAvPa: info('Visa eller dölj rubrikträdet', 'Kund', 'Ctrl+B'),
  ny: info('Ny', 'Skriva', 'Ctrl+N'),
  nyttDokument: info('Nytt dokument', 'Skriva'),
  spara: info('Spara', 'Skriva', 'Ctrl+S'),
  skrivUt: info('Skriv ut', 'Skriva', 'Ctrl+P'),
  signera: info('Signera', 'Skriva', 'Ctrl+Shift+S'),
  hjalpfrastext: info('Hjälpfrastext', 'Skriva', 'F2'),
  frastexter: info('Frastexter', 'Skriva', 'Ctrl+Space'),
  stangFlik: info('Stäng fliken', 'Flikar och ytor', 'Ctrl+W'),
  nastaFlik: info('Nästa flik', 'Flikar och ytor', 'Ctrl+Tab'),
  forraFlik: info('Föregående flik', 'Flikar och ytor', 'Ctrl+Shift+Tab'),
  tillbaka: info('Tillbaka', 'Flikar och ytor', 'Alt+ArrowLeft'),
  forstaPost: info('Första posten i resultatet', 'Flikar och ytor', 'Ctrl+Alt+Home'),
  foregaendePost: info('Föregående post', 'Flikar och ytor', 'Alt+ArrowUp'),
  oppnaPost: info('Öppna markerad kund', 'Flikar och ytor'),
  nastaPost: info('Nästa post', 'Flikar och ytor', 'Alt+ArrowDown'),
  sistaPost: info('Sista posten i resultatet', 'Flikar och ytor', 'Ctrl+Alt+End'),
  nastaYta: info('Nästa yta', 'Flikar och ytor', 'F6'),
  forraYta: info('Föregående yta', 'Flikar och ytor', 'Shift+F6'),
  kommandoruta: info('Sök kund eller kommando', 'Program', 'Ctrl+K'),
  sokverktyg: info('Sökverktyget', 'Program', 'Ctrl+Shift+F'),
  utkorg: info('Utkorg och kvitton', 'Program'),
  minaSidor: info('Mina sidor', 'Program'),
  bevakningar: info('Bevakningar', 'Program', 'Alt+B'),
  inkorg: info('E-tjänster att hantera', 'Program'),
  meddelanden: info('Meddelanden', 'Program'),
  nyttMeddelande: info('Nytt meddelande', 'Program', 'Ctrl+Shift+M'),
  ivo: info('Ej verkställda beslut (IVO)', 'Program'),
  statistik: info('Statistik till Socialstyrelsen', 'Program'),
  natt: info('Nattens körningar', 'Program'),
  inkomst: info('Inkomstblanketter', 'Program'),
  avgift: info('Frånvaro och avgifter', 'Program'),
  enheten: info('Enheten', 'Program'),
  sokflik: info('Social och vård dokumentation', 'Program'),
  synka: info('Hämta och skicka nu', 'Program'),
  krismapp: info('Krismapp', 'Program'),
  loggaUt: info('Logga ut', 'Program'),
  hjalp: info('Hjälp och alla tangenter', 'Program', 'F1'),
  lankar: info('Länkar', 'Program'),
} as const satisfies Record<string, CommandInfo>;

export type CommandId = keyof typeof kommandon;
export const commandIds = Object.keys(kommandon) as CommandId[];
export const infoOf = (id: CommandId): CommandInfo => kommandon[id];

const swedish: Record<string, string> = {
  Shift: 'Skift',
  ArrowLeft: 'vänsterpil',
  ArrowRight: 'högerpil',
  ArrowUp: 'uppil',
  ArrowDown: 'nedpil',
  Space: 'mellanslag',
  Tab: 'Tabb',
};

/** `Ctrl+Shift+S` → `Ctrl+Skift+S`, as Swedish keyboards are spoken of. */
export const showTangent = (tangent: string): string =>
  tangent
    .split('+')
    .map((part) => swedish[part] ?? part)
    .join('+');

/** The key shown for a command, or undefined when it has none. */
export function tangentFor(id: CommandId): string | undefined {
  const [first] = infoOf(id).tangenter;
  return first === undefined ? undefined : showTangent(first);
}
