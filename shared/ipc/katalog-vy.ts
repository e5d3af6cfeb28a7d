import { arHandlaggare } from '../domain/behorighet.ts';
import type { Actor } from '../domain/command.ts';
import { lankarAv, oppnasSom } from '../domain/katalog/lankar.ts';
import { type Vardelista, vardelistor } from '../domain/katalog/records.ts';
import type { RecordData, RecordType } from '../domain/records.ts';
import { compareSwedish } from '../util/compare.ts';
import type { KatalogVy } from './views.ts';

/** All records of a catalogue type. */
type Lista = <T extends RecordType>(type: T) => { id: string; data: RecordData<T> }[];

/** The catalogue as forms choose from it, each list in the order it is offered. */
export function katalogVy(lista: Lista, actor: Actor, tjanster: readonly string[]): KatalogVy {
  const anvandare = lista('anvandare').filter(({ data }) => data.aktiv);
  const innehavare = new Map(anvandare.flatMap(({ data }) => (data.funktionId ? [[data.funktionId, data.namn] as const] : [])));
  const listor = new Map(lista('vardelista').map(({ data }) => [data.lista, data.varden]));
  const handlaggare = anvandare.filter(({ data }) => arHandlaggare(data));
  return {
    insatser: lista('insats').map(plain).sort(byOrdning),
    vardelistor: Object.fromEntries(
      vardelistor.map((namn) => [namn, (listor.get(namn) ?? []).filter(({ aktiv }) => aktiv !== false).map(varde)]),
    ) as KatalogVy['vardelistor'],
    utforare: lista('utforare')
      .map(({ id, data }) => ({ id, data, ...of('innehavare', innehavare.get(id)) }))
      .sort(byNamn),
    organisationer: lista('organisation').map(plain).sort(byOrdning),
    handlaggare: handlaggare
      .map(({ id, data: { namn, titel, roller, funktionId, organisationId, enheter, skyddadBehorighet } }) => ({
        id,
        namn,
        titel,
        roller,
        organisationId,
        enheter,
        skyddadBehorighet,
        ...of('funktionId', funktionId),
      }))
      .sort((a, b) => compareSwedish(a.namn, b.namn)),
    instrument: lista('instrument').map(plain).sort(byNamn),
    delegationer: lista('delegation').map(plain).sort(byOrdning),
    rutiner: (listor.get('rutin') ?? [])
      .filter(({ aktiv }) => aktiv !== false)
      .map(({ namn, adress = '', vyer = [] }) => ({ namn, adress, vyer, ...of('oppnas', oppnasSom(adress)) })),
    lankar: lankarAv(lista('vardelista'), 'personal'),
    fristregler: lista('fristregel').map(plain),
    inkomstformular: lista('inkomstformular').map(plain),
    digitalPost: tjanster.includes('digitalPost'),
    egen: {
      anvandareId: actor.id,
      namn: actor.namn,
      titel: actor.titel,
      organisationId: actor.organisationId,
      enheter: actor.enheter,
      roller: actor.roller,
      skyddadBehorighet: actor.skyddadBehorighet,
      ...of('funktionId', actor.funktionId),
      ...of('utforareId', actor.utforareId),
    },
  };
}

const plain = <T>({ id, data }: { id: string; data: T }) => ({ id, data });
const varde = ({ namn, kod, tillater }: Vardelista['varden'][number]) => ({ namn, ...of('kod', kod), ...of('tillater', tillater) });
/** A field, or none: forms tell an absent value from an empty one. */
const of = <K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } =>
  value === undefined ? {} : ({ [key]: value } as { [P in K]?: V });

type Named<T> = { data: T & { namn: string } };
/** Numbers in names count as numbers do: LSS-handläggare 2 before 10. */
const byNamn = <T>(a: Named<T>, b: Named<T>): number => compareSwedish(a.data.namn, b.data.namn);
const byOrdning = <T extends { ordning: number }>(a: Named<T>, b: Named<T>): number => a.data.ordning - b.data.ordning || byNamn(a, b);
