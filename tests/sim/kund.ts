import type { Kommando } from '../../scripts/demo/formular/formular.ts';
import { isOgranskadKopia } from '../../shared/domain/anteckning/kopiera.ts';
import { journalRubrik } from '../../shared/domain/anteckning/records.ts';
import type { Person } from '../../shared/domain/person/records.ts';
import { isOpenUtredning } from '../../shared/domain/utredning/records.ts';
import type { AktVy, AnteckningVy, KundVy } from '../../shared/ipc/views.ts';
import { nummerForrad } from './municipality.ts';
import type { Random } from './random.ts';

/** A kund who may be registered already: the numbers are few, so that two clients take the same one. */
export function registreraKund(random: Random): Kommando {
  return {
    name: 'person.registrera',
    input: {
      personId: random.uuid(),
      enhet: 'lss',
      kir: { status: 'ejTraff', at: '2026-11-20T08:00:00.000Z' },
      person: {
        ...{ personnummer: random.pick(nummerForrad), nummerSlag: 'personnummer', efternamn: 'Ny', fornamn: `Kund ${random.below(100)}` },
        ...{ civilstand: '', folkbokfordIKommunen: true, skydd: 'ingen' },
      },
      rev: random.uuid(),
    },
  };
}

/** Personuppgifter: a name that was spelt wrong, or another number. */
export function sparaPerson({ personId, person: { data } }: AktVy, random: Random): Kommando {
  const { personnummer, nummerSlag, efternamn, fornamn, civilstand, folkbokfordIKommunen, skydd } = data satisfies Person;
  const falt = {
    personnummer,
    nummerSlag,
    efternamn,
    fornamn: `${fornamn.split(' ')[0]} ${random.below(100)}`,
    civilstand,
    folkbokfordIKommunen,
    skydd,
  };
  const nummer = random.chance(0.4) ? { personnummer: random.pick(nummerForrad), nummerSlag: 'personnummer' as const } : {};
  return { name: 'person.spara', input: { personId, basRev: data.rev ?? null, rev: random.uuid(), person: { ...falt, ...nummer } } };
}

/** She is protected from now on. */
export function skydda({ personId, person }: KundVy, random: Random): Kommando {
  const { personnummer, nummerSlag, efternamn, fornamn, civilstand, folkbokfordIKommunen } = person;
  const skydd = random.pick(['skyddadFolkbokforing', 'skyddadFolkbokforing', 'sekretessmarkering'] as const);
  const falt = { personnummer, nummerSlag, efternamn, fornamn, civilstand, folkbokfordIKommunen, skydd };
  return { name: 'person.spara', input: { personId, basRev: person.rev ?? null, rev: random.uuid(), person: falt } };
}

/** Her protection is lowered, of which each unit that has her is told; now and then by a form that was filled in before. */
export function sankSkydd({ personId, person }: KundVy, random: Random): Kommando {
  const fran = random.chance(0.9) ? person.skydd : 'sekretessmarkering';
  const till = fran === 'skyddadFolkbokforing' && random.chance(0.5) ? 'sekretessmarkering' : 'ingen';
  const input = { personId, fran, till, skal: `Skäl ${random.below(100)}`, bevakningId: random.uuid(), rev: random.uuid() } as const;
  return { name: 'person.sankSkydd', input };
}

/** One more, one fewer, or another name in the hushåll. */
export function sparaHushall({ personId, hushall }: AktVy, random: Random): Kommando {
  const bas = hushall.map(({ id, data }) => ({ id, rev: data.rev ?? null }));
  const kvar = hushall
    .filter(() => random.chance(0.8))
    .map(({ id, data: { namn, relation, vardnadshavare } }) => ({ id, data: { namn, relation, vardnadshavare, registerledare: false } }));
  // Some are kunder of their own, whose protection follows them here.
  const nummer = random.chance(0.3) ? { personnummer: random.pick(nummerForrad) } : {};
  const ny = { namn: `Nära ${random.below(100)}`, relation: 'Syskon', vardnadshavare: false, registerledare: false, ...nummer };
  const medlemmar = random.chance(0.7) && kvar.length < 6 ? [...kvar, { id: random.uuid(), data: ny }] : kvar;
  return { name: 'hushall.spara', input: { personId, bas, medlemmar, rev: random.uuid() } };
}

/** What of an Utredningsdokument is copied into another, or what becomes of a copy. `texterI` reads an utredning's texts. */
export async function kopior(
  { personId, utredningar }: AktVy,
  random: Random,
  texterI: (utredningId: string) => Promise<AnteckningVy[]>,
): Promise<Kommando | undefined> {
  if (utredningar.length < 2) return undefined;
  const [fran, till] = random.shuffled(utredningar);
  if (!fran || !till || !isOpenUtredning(till.data)) return undefined;
  const ogranskade = (await texterI(till.id)).filter(({ data }) => isOgranskadKopia(data) && !data.signerad);
  if (ogranskade.length > 0) {
    const { id, data } = random.pick(ogranskade);
    const name = random.chance(0.6) ? 'anteckning.granska' : 'anteckning.taBortKopia';
    return { name, input: { personId, anteckningId: id, rev: data.rev } };
  }
  const texter = (await texterI(fran.id)).filter(({ data }) => data.rubrikKod !== journalRubrik && !data.felmarkerad);
  const nya = texter.map(({ id }) => ({ franId: id, id: random.uuid(), rev: random.uuid() }));
  return { name: 'anteckning.kopieraTrad', input: { personId, franUtredningId: fran.id, tillUtredningId: till.id, kopior: nya } };
}
