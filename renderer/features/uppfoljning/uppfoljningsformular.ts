import { z } from 'zod';
import type { FormCommand } from '../../../shared/domain/rulebook/command-list.ts';
import { malutfall, type Uppfoljning, uppfoljningsutfall } from '../../../shared/domain/uppfoljning/records.ts';
import type { IsoDate } from '../../../shared/util/datum.ts';
import { dagAv, datumfel } from '../../components/formular/Datumrad.tsx';
import { newId } from '../../state/core.ts';
import type { Fel } from '../../state/useFormular.ts';

const mal = z.object({ mal: z.string(), utfall: z.enum([...malutfall, '']), kommentar: z.string() });
export type Malvarden = z.infer<typeof mal>;

/** The form of an uppföljning that is held, as it is filled in, also as a draft on disk. */
export const uppfoljningsformular = z.object({
  basRev: z.string().nullable(),
  uppfoljningId: z.string(),
  /** Its revision, and the id of the next one that is planned with it. */
  rev: z.string(),
  dag: z.string(),
  /** Of the municipality's list. */
  medVem: z.array(z.string()),
  /** Others, one a line. */
  fler: z.string(),
  hur: z.string(),
  mal: z.array(mal),
  sammanfattning: z.string(),
  utfall: z.enum([...uppfoljningsutfall, '']),
  nasta: z.string(),
});
export type Uppfoljningsvarden = z.infer<typeof uppfoljningsformular>;

export const tomtMal: Malvarden = { mal: '', utfall: '', kommentar: '' };

/** @param post one that was planned, or held meanwhile @param malen what the latest one asked of */
export function uppfoljningAv(
  uppfoljningId: string,
  post: Uppfoljning | undefined,
  deltagare: readonly string[],
  malen: readonly string[],
): Uppfoljningsvarden {
  const gemensamt = { basRev: post?.rev ?? null, uppfoljningId, rev: newId(), nasta: '' };
  const hallen = post?.genomford;
  if (!hallen) {
    const fragor = malen.map((ett) => ({ ...tomtMal, mal: ett }));
    return { ...gemensamt, dag: '', medVem: [], fler: '', hur: '', mal: fragor, sammanfattning: '', utfall: '' };
  }
  const { dag, hur, sammanfattning, utfall } = hallen;
  return {
    ...{ ...gemensamt, dag, hur, sammanfattning, utfall },
    medVem: hallen.medVem.filter((vem) => deltagare.includes(vem)),
    fler: hallen.medVem.filter((vem) => !deltagare.includes(vem)).join('\n'),
    mal: hallen.mal.map((ett) => ({ mal: ett.mal, utfall: ett.utfall, kommentar: ett.kommentar ?? '' })),
  };
}

/** Everybody who took part, one each. */
const alla = ({ medVem, fler }: Uppfoljningsvarden): string[] => [
  ...new Set([...medVem, ...fler.split('\n').map((rad) => rad.trim())].filter((rad) => rad !== '')),
];
/** A goal that nothing was written of is none. */
const skrivet = ({ mal: ett, utfall, kommentar }: Malvarden): boolean => ett.trim() !== '' || utfall !== '' || kommentar.trim() !== '';

/** As the record allows (shared/domain/uppfoljning/records.ts). */
const flestDeltagare = 20;
const langstNamn = 120;

/** All that is wrong, in the order of the form. The days are asked of the rule too. @param nastaKravs the rule asks for the next one */
export function uppfoljningsfel(
  varden: Uppfoljningsvarden,
  { beslutsdatum, giltigTom }: { beslutsdatum: IsoDate; giltigTom?: IsoDate | undefined },
  idag: IsoDate,
  nastaKravs: boolean,
): Fel[] {
  const fel: Fel[] = [];
  const om = (galler: boolean, falt: string, text: string): void => {
    if (galler) fel.push({ falt, text });
  };
  const dag = dagAv(varden.dag, idag);
  const forTidigt = dag !== undefined && dag < beslutsdatum ? `Dagen ligger före beslutet ${beslutsdatum}.` : undefined;
  const dagen = datumfel(varden.dag, idag, { krav: true, framtid: false }) ?? forTidigt;
  if (dagen !== undefined) fel.push({ falt: 'dag', text: dagen });
  om(varden.hur.trim() === '', 'hur', 'Välj hur uppföljningen gjordes.');
  const deltog = alla(varden);
  om(deltog.length === 0, 'medVem', 'Kryssa i eller skriv vem som deltog.');
  om(deltog.length > flestDeltagare, 'fler', `Högst ${flestDeltagare} personer kan skrivas in.`);
  om(
    deltog.some((vem) => vem.length > langstNamn),
    'fler',
    `Skriv en person på varje rad, högst ${langstNamn} tecken.`,
  );
  varden.mal.forEach((ett, nr) => {
    if (!skrivet(ett)) return;
    om(ett.mal.trim() === '', `mal.${nr}.mal`, 'Skriv målet, eller ta bort det.');
    om(ett.utfall === '', `mal.${nr}.utfall`, 'Välj hur långt målet är nått.');
  });
  om(varden.sammanfattning.trim() === '', 'sammanfattning', 'Skriv vad som kom fram.');
  om(varden.utfall === '', 'utfall', 'Välj vad uppföljningen leder till.');
  const nasta = varden.utfall === 'oforandrat' ? nastafel(varden.nasta, idag, nastaKravs, giltigTom) : undefined;
  if (nasta !== undefined) fel.push({ falt: 'nasta', text: nasta });
  return fel;
}

function nastafel(text: string, idag: IsoDate, krav: boolean, giltigTom: IsoDate | undefined): string | undefined {
  const fel = datumfel(text, idag, { krav, framtid: true });
  const dag = dagAv(text, idag);
  if (fel !== undefined || dag === undefined) return fel;
  return planeringsfel(dag, idag, giltigTom);
}

/** Why a day cannot be planned for. */
export function planeringsfel(dag: IsoDate, idag: IsoDate, giltigTom: IsoDate | undefined): string | undefined {
  if (dag < idag) return 'Dagen har redan varit. Välj en dag från i dag.';
  return giltigTom !== undefined && dag > giltigTom ? `Beslutet gäller till ${giltigTom}. Välj en dag som inte är senare.` : undefined;
}

export function uppfoljningskommando(personId: string, beslutId: string, varden: Uppfoljningsvarden, idag: IsoDate): FormCommand {
  const { uppfoljningId, basRev, rev, hur, sammanfattning, utfall } = varden;
  const nasta = utfall === 'oforandrat' ? dagAv(varden.nasta, idag) : undefined;
  return {
    name: 'uppfoljning.genomfor',
    input: {
      ...{ personId, beslutId, uppfoljningId, sedd: basRev, rev, dag: dagAv(varden.dag, idag), medVem: alla(varden), hur },
      ...{ sammanfattning, ...(utfall === '' ? {} : { utfall }) },
      mal: varden.mal.filter(skrivet).map((ett) => ({
        mal: ett.mal,
        ...(ett.utfall === '' ? {} : { utfall: ett.utfall }),
        ...(ett.kommentar.trim() === '' ? {} : { kommentar: ett.kommentar }),
      })),
      ...(nasta === undefined ? {} : { nasta: { uppfoljningId: rev, dag: nasta } }),
    },
  };
}
