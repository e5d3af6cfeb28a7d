import { z } from 'zod';
import { type DokumentationRef, dokumentationRef } from '../../../shared/domain/anteckning/records.ts';
import type { RichText } from '../../../shared/domain/text/text.ts';
import { keyOf, readKey } from '../../../shared/ipc/utkastnyckel.ts';
import type { Utkast } from '../../../shared/ipc/views.ts';
import { tillRichText } from '../../components/redigerare/richtext.ts';

/** The draft of a note as it lies on disk. Half-typed values are kept as typed. */
const anteckningUtkast = z.object({
  anteckningId: z.string(),
  dokumentation: dokumentationRef,
  rubrikKod: z.string(),
  titel: z.string(),
  /** Of a document (DOK-15); empty while none is chosen. Absent in a note. */
  typ: z.string().optional(),
  /** As typed: `20/11` stays `20/11` until the field is left. */
  datumtext: z.string(),
  text: z.unknown(),
  /** The revision the words are written on; null for a note that is new. */
  basRev: z.string().nullable(),
  rattar: z.string().optional(),
});
export type AnteckningUtkast = Omit<z.infer<typeof anteckningUtkast>, 'text'> & { text: RichText };

type Plats = { personId: string; dokumentation: DokumentationRef; rubrikKod: string; anteckningId: string };

export const utkastnyckel = ({ personId, dokumentation, rubrikKod, anteckningId }: Plats): string =>
  keyOf({ form: 'anteckning', personId, objekt: { dokumentationId: dokumentation.id, rubrikKod, anteckningId } });

export type SparatUtkast = { nyckel: string; titel: string; sparad: string; data: AnteckningUtkast };

/** The drafts of a dokumentation among all of the user's. One that cannot be read is not shown here; Utkorg lists it. */
export function utkastAv(alla: readonly Utkast[], personId: string, dokumentation: DokumentationRef): SparatUtkast[] {
  return alla.flatMap(({ nyckel, titel, sparad, data }) => {
    const key = readKey(nyckel);
    if (key?.form !== 'anteckning' || key.personId !== personId || key.objekt.dokumentationId !== dokumentation.id) return [];
    const read = readAnteckning(data);
    return read ? [{ nyckel, titel, sparad, data: read }] : [];
  });
}

/** A draft's data from disk, or undefined when it is no note's. */
export function readAnteckning(data: unknown): AnteckningUtkast | undefined {
  const parsed = anteckningUtkast.safeParse(data);
  return parsed.success ? { ...parsed.data, text: tillRichText(parsed.data.text) } : undefined;
}
