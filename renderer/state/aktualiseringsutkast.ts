import { z } from 'zod';
import { type RegistreraAktualisering, saknadeFalt } from '../../shared/domain/aktualisering/registrera.ts';
import { typerFor } from '../../shared/domain/aktualisering/typer.ts';
import type { Utkastnyckel } from '../../shared/ipc/utkastnyckel.ts';
import type { KatalogVy } from '../../shared/ipc/views.ts';

/** The form of a new aktualisering as it lies on disk; Inled utredning reads it too, since it saves what is complete (FORB-12). */
export const aktualiseringsutkast = z.object({
  basRev: z.null().optional(),
  slag: z.enum(['ansokan', 'omprovning']),
  /** What is ticked, as {@link typvalFor} calls it, each with the id its aktualisering gets. */
  typer: z.array(z.object({ varde: z.string(), id: z.string() })),
  omprovningId: z.string(),
  datum: z.string(),
  franVem: z.string(),
  ansvarigHandlaggareId: z.string(),
  organisationId: z.string(),
  /** As the user of several units chose; absent = that of the organisation. */
  enhet: z.string().optional(),
  anteckning: z.string(),
  gruppId: z.string(),
  rev: z.string(),
});
export type Aktualiseringsutkast = z.infer<typeof aktualiseringsutkast>;

/** Key of the draft of a new aktualisering of a kund, or of one in an utredning. */
export const nyckelForNy = (personId: string, utredningId = 'ny'): Utkastnyckel => ({
  form: 'aktualisering',
  personId,
  objekt: utredningId,
});

/** A type of aktualisering that can be chosen: an insats of the catalogue, or a value of the list. `varde` tells them apart. */
export type Typval = { varde: string; namn: string; insatsId?: string };

/** What an ansökan can concern: the insatser (AKT-02, AKT-03), then the types that name none. A LASS-beslut is nothing one applies for here. */
export function typvalFor(katalog: KatalogVy): Typval[] {
  const insatser = katalog.insatser
    .filter(({ data }) => data.aktiv && !data.lass)
    .map(({ id, data }): Typval => ({ varde: id, namn: data.namn, insatsId: id }));
  const ovriga = typerFor('ansokan', katalog.vardelistor.aktualiseringstyp).map(({ namn }): Typval => ({ varde: `typ:${namn}`, namn }));
  return [...insatser, ...ovriga];
}

/** The type of an omprövning, as the municipality calls it (AKT-11). */
export const omprovningstyp = (katalog: KatalogVy): string => typerFor('omprovning', katalog.vardelistor.aktualiseringstyp)[0]?.namn ?? '';

/** The input of `aktualisering.registrera` as the form stands; `datum` as the day it means. */
export function registreraInput(
  varden: Aktualiseringsutkast,
  katalog: KatalogVy,
  mal: { personId: string; utredningId?: string | undefined; datum: string; enhet?: string },
): RegistreraAktualisering {
  const typval = typvalFor(katalog);
  const { slag, typer, omprovningId, franVem, ansvarigHandlaggareId, organisationId, anteckning, gruppId, rev } = varden;
  return {
    personId: mal.personId,
    slag,
    datum: mal.datum,
    franVem,
    ansvarigHandlaggareId,
    organisationId,
    ...(anteckning.trim() === '' ? {} : { anteckning }),
    gruppId,
    ...(mal.utredningId === undefined ? {} : { utredningId: mal.utredningId }),
    ...(mal.enhet === undefined ? {} : { enhet: mal.enhet }),
    aktualiseringar:
      slag === 'omprovning'
        ? [{ id: omprovningId, typ: omprovningstyp(katalog) }]
        : typer.flatMap(({ varde, id }) => {
            const val = typval.find((one) => one.varde === varde);
            return val ? [{ id, typ: val.namn, ...(val.insatsId === undefined ? {} : { insatsId: val.insatsId }) }] : [];
          }),
    rev,
  };
}

/** The form's own name for each field, in Swedish, where something is missing (FORB-12). */
const faltOrd: Partial<Record<keyof RegistreraAktualisering, string>> = {
  aktualiseringar: 'Typ av aktualisering',
  datum: 'Datum',
  franVem: 'Från vem',
  ansvarigHandlaggareId: 'Ansvarig handläggare',
  organisationId: 'Organisation',
};
export const saknasIAktualisering = (input: RegistreraAktualisering): { falt: keyof RegistreraAktualisering; namn: string }[] =>
  saknadeFalt(input).map((falt) => ({ falt, namn: faltOrd[falt] ?? falt }));
