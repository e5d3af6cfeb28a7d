import { yymmdd } from '../../util/datum.ts';
import { type Anteckning, nottitel } from '../anteckning/records.ts';
import type { Beslut } from '../beslut/records.ts';
import type { RejectionCode, State } from '../command.ts';
import { enhetOf } from '../enhet.ts';
import { etikettBeslut } from '../etikett.ts';
import { rubrikTitel } from '../katalog/rubrik-titel.ts';
import { rubrikerFor } from '../katalog/rubriker.ts';
import type { Person } from '../person/records.ts';
import type { Innehall, UppgiftRef } from './records.ts';

/** What would be handed over as it stands now: its unit, its revision, its name and its words, and what stands in the way. */
export type AttLamna = {
  enhet: string | undefined;
  rev: string | null;
  namn: string;
  innehall: Innehall | undefined;
  hinder: RejectionCode | undefined;
};

type Laser = Pick<State, 'get' | 'katalogLista'>;

/** @returns undefined when the akt has no such record */
export function attLamna(state: Laser, person: Pick<Person, 'enheter'>, { type, id }: UppgiftRef): AttLamna | undefined {
  if (type === 'beslut') {
    const beslut = state.get('beslut', id);
    return beslut && { enhet: enhetOf(type, beslut, person), ...beslutet(beslut) };
  }
  const anteckning = state.get('anteckning', id);
  return anteckning && { enhet: enhetOf(type, anteckning, person), ...texten(state, anteckning) };
}

function texten(state: Laser, a: Anteckning): Omit<AttLamna, 'enhet'> {
  const rubrik = rubrikTitel(rubrikerI(state, a), a.rubrikKod);
  const namn = [rubrik, nottitel(a), yymmdd(a.handelsedatum)].filter(Boolean).join(' ');
  const { signerad, titel, typ, handelsedatum, text, rev } = a;
  const hinder = a.felmarkerad ? 'felmarkerat-lamnas-inte' : signerad ? undefined : 'osignerat-lamnas-inte';
  return {
    rev,
    namn,
    hinder,
    innehall: signerad && {
      ...{ slag: 'text', rubrik, handelsedatum, text, signerad },
      ...(titel === undefined ? {} : { titel }),
      ...(typ === undefined ? {} : { typ }),
    },
  };
}

function rubrikerI(state: Laser, { dokumentation: { slag, id } }: Anteckning) {
  const mallar = state.katalogLista('rubrikmall').map(({ data }) => data);
  return rubrikerFor(mallar, slag, slag === 'utredning' ? state.get('utredning', id)?.typ : undefined);
}

function beslutet(b: Beslut): Omit<AttLamna, 'enhet'> {
  const { beslutsnamn, utfall, beslutsdatum, giltigFran, giltigTom, omfattning, niva, beslutsfattare } = b;
  return {
    rev: b.rev ?? null,
    namn: etikettBeslut(b),
    hinder: b.felmarkerad ? 'felmarkerat-lamnas-inte' : undefined,
    innehall: {
      ...{ slag: 'beslut', beslutsnamn, utfall, beslutsdatum, giltigFran },
      ...(giltigTom === undefined ? {} : { giltigTom }),
      ...(omfattning === undefined ? {} : { omfattning }),
      ...(niva === undefined ? {} : { niva }),
      ...(beslutsfattare === undefined ? {} : { beslutsfattare }),
    },
  };
}
