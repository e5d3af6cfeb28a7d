import type { Fristrad } from '../domain/klocka/frist.ts';
import type { Klockhandelse } from '../domain/klocka/records.ts';

/** What a period counts from, as the sum says it. */
const handelser: Record<Klockhandelse, string> = {
  beslutSlutar: 'gäller till',
  bifallFattat: 'beslut',
  avbrott: 'avbrott från',
  partTagitDel: 'parten tog del',
  ansokanInkom: 'ansökan kom in',
  begaranInkom: 'begäran kom in',
  utredningTyst: 'senast skrivet',
  aktualiseringInkom: 'kom in',
  anteckningSkriven: 'skriven',
  verkstallighetFoljdUpp: 'började eller följdes upp',
  uppfoljningPlanerad: 'planerad',
  samtyckeSlutar: 'gäller till',
  godkannandeSlutar: 'gäller till',
  valkomstForeslagen: 'aktiverad',
  motePlanerat: 'planerat',
  planErbjuds: 'beslut',
  planBegard: 'planen begärd',
  planOmprovas: 'planen upprättad eller omprövad',
  fodd: 'född',
  personkretsSaknas: 'beslut',
};

const tidsenheter = { dag: ['dag', 'dagar'], vecka: ['vecka', 'veckor'], manad: ['mån', 'mån'], ar: ['år', 'år'] } as const;

/** How a computed bevakning got its day: `beslut 2026-08-31 + 3 mån = 2026-11-30`. */
export function fristsumma({
  regel: { handelse, tid },
  fran,
  datum,
  sistaDag,
  regelnGaller,
  vad,
}: Pick<Fristrad, 'regel' | 'fran' | 'datum' | 'sistaDag' | 'regelnGaller' | 'vad'>): string {
  const tiden = `${tid.antal} ${tidsenheter[tid.enhet][tid.antal === 1 ? 0 : 1]}`;
  if (regelnGaller) return `${handelser[handelse]} ${fran}; ska göras inom ${tiden}, regeln gäller från ${datum}`;
  const plus = tid.antal === 0 ? '' : ` + ${tiden} = ${datum}`;
  // Of which meeting, and when: the row belongs to the kund, who may have several that day. Nobody is named by it.
  const motet = handelse === 'motePlanerat' ? `${vad}, ` : '';
  const flyttad = sistaDag === undefined || sistaDag === datum ? '' : ` (sista dag ${sistaDag}, då ${datum} inte är en vardag)`;
  return `${motet}${handelser[handelse]} ${fran}${plus}${flyttad}`;
}

/** By which law, and whether somebody has read it: `LSS 28 f §`, `Rutin (exempel)`. */
export const fristlag = ({ paragraf, verifierad }: Pick<Fristrad['regel'], 'paragraf' | 'verifierad'>): string =>
  `${paragraf ?? 'Rutin'}${verifierad ? '' : ' (exempel)'}`;

/** The quarter of the report to IVO, as its page calls it: `2027-1` → `kvartal 1 2027`. */
export const kvartalsord = (ivoKvartal: string): string => {
  const [year, quarter] = ivoKvartal.split('-');
  return `kvartal ${quarter} ${year}`;
};
