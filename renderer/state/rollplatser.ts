import { useMemo } from 'react';
import type { Roll } from '../../shared/domain/katalog/records.ts';
import { type CommandId, commandIds } from './kommandon.ts';
import { useInloggad } from './session.ts';

/** The lists of the start page. */
export type Startlista =
  | 'pagaendeUtredningar'
  | 'ejBehandlade'
  | 'andrat'
  | 'osignerade'
  | 'ejBekraftade'
  | 'inkomna'
  | 'franvaro'
  | 'bevakningar'
  | 'utanAnsvarig'
  | 'kirNotiser'
  | 'eansokningar'
  | 'meddelanden';

/** What the window shows: a place of the rail, an entry of a menu, of Ctrl+K or of the help, and a key are there while their command is. */
export type Platser = { start: ReadonlySet<Startlista>; kommandon: ReadonlySet<CommandId> };

const iUtredning = ['flikUtredning', 'flikAktualiseringar', 'flikDokumentation', 'flikBeslut', 'flikBestallning', 'flikBedomning'] as const;
const skrivning = ['ny', 'nyttDokument', 'signera', 'hjalpfrastext', 'frastexter', 'flikInfoga', 'bindare'] as const;
const handlaggning = ['aktualisering', 'inledUtredning', 'avslutaArende', 'bytUtforare'] as const;
const lass = ['lassBeslut'] as const;
/** What has come by the e-service. */
const inkorgen = ['inkorg'] as const;
/** Writing to colleagues and kunder. */
const brev = ['meddelanden', 'nyttMeddelande'] as const;
/** Reporting what the unit has not carried out. */
const rapportering = ['ivo'] as const;
/** Of all kunder that the units have. A utförare searches their own in the search box (SOK-12). */
const enheternas = ['sokverktyg', 'bevakningar', 'kamera', 'nyBevakning'] as const;
/** Delivering for the municipality. */
const leverans = ['statistik'] as const;
/** Of the server's own work. */
const drift = ['natt'] as const;
/** What fees follow from: what kunder have told of their incomes, and when they are away. */
const avgifter = ['inkomst', 'avgift'] as const;
/** Of the unit's own: who has what. */
const ledning = ['enheten'] as const;
const someRoles: readonly CommandId[] = [
  ...leverans,
  ...drift,
  ...avgifter,
  ...ledning,
  ...iUtredning,
  ...skrivning,
  ...handlaggning,
  ...lass,
  ...inkorgen,
  ...brev,
  ...rapportering,
  ...enheternas,
];

/** Everyone's: to move, to search and to read, and one's own unfinished work: Utkorg, Spara, the notes not signed. */
const allas: Row = { start: ['osignerade'], kommandon: commandIds.filter((id) => !someRoles.includes(id)) };

type Row = { start: readonly Startlista[]; kommandon: readonly CommandId[] };
const handlaggare: Row = {
  start: ['pagaendeUtredningar', 'eansokningar', 'meddelanden', 'andrat', 'ejBehandlade', 'ejBekraftade', 'inkomna', 'bevakningar'],
  kommandon: [...iUtredning, ...skrivning, ...handlaggning, ...inkorgen, ...brev, ...rapportering, ...enheternas],
};
const lasshandlaggare: Row = { ...handlaggare, kommandon: [...handlaggare.kommandon, ...lass] };
/** Reads the unit's akter; what it will do in them is not built yet. */
const lasare: Row = { start: ['bevakningar', 'meddelanden'], kommandon: [...iUtredning, ...brev, ...enheternas] };

/**
 * The places of each role beside everyone's. They follow what the role may do (`command-roles.ts`) and read (`buckets.ts`), and
 * protect nothing: that is the rulebook's and the server's to do.
 */
const rollplatser: Record<Roll, Row> = {
  lssHandlaggare: lasshandlaggare,
  bistandshandlaggare: handlaggare,
  // What belongs to someone who cannot do it comes to the enhetschef.
  enhetschef: { kommandon: [...lasshandlaggare.kommandon, ...leverans, ...ledning], start: [...handlaggare.start, 'utanAnsvarig'] },
  boendesamordnare: lasare,
  avgiftshandlaggare: { ...lasare, kommandon: [...lasare.kommandon, ...avgifter] },
  // Opens an ended utredning again, in the utredning (FRAGA-09).
  systemforvaltare: { kommandon: [...lasare.kommandon, ...leverans, ...drift], start: [...lasare.start, 'kirNotiser'] },
  // Holds no utredning; confirms what is ordered of it and writes in its own verkställigheter (PHEM-01).
  utforare: { start: ['inkomna', 'franvaro'], kommandon: skrivning },
};

/** Of several roles, the places of all. */
function platserFor(roller: readonly Roll[]): Platser {
  // A server of a newer version may know more roles.
  const rows = [allas, ...roller.flatMap((roll) => rollplatser[roll] ?? [])];
  return { start: new Set(rows.flatMap(({ start }) => start)), kommandon: new Set(rows.flatMap(({ kommandon }) => kommandon)) };
}

const ingen: Roll[] = [];
/** The places of the signed-in user. */
export function usePlatser(): Platser {
  const roller = useInloggad()?.roller ?? ingen;
  return useMemo(() => platserFor(roller), [roller]);
}
