import type { State } from '../../shared/domain/command.ts';
import { harPagaende, type Krisrad, krisblad, krislista, krisrad } from '../../shared/domain/dokument/krisblad.ts';
import { losenordshinder } from '../../shared/domain/dokument/krislosenord.ts';
import { kundlistaId, senasteId } from '../../shared/domain/kundlista/records.ts';
import { displayName, type Person } from '../../shared/domain/person/records.ts';
import { aktScope, personOfScope } from '../../shared/domain/scope.ts';
import type { CallInput } from '../../shared/ipc/contract.ts';
import type { KrismappSvar } from '../../shared/ipc/views.ts';
import { compare, compareSwedish } from '../../shared/util/compare.ts';
import { svenskTid } from '../../shared/util/datum.ts';
import { kontaktOrd } from '../../shared/words/kontakt.ts';
import { skyddsord } from '../../shared/words/person.ts';
import { aktState } from './akt-state.ts';
import { type AsyncHandlers, CallFailure, nowOf, type ServicePorts, todayOf } from './service.ts';

type Val = CallInput<'kris.skapa'>;
type Blad = { filen: string; skydd: Person['skydd']; rad: Krisrad };
const ord = { kontakt: (typ: keyof typeof kontaktOrd) => kontaktOrd[typ], skydd: skyddsord };

/**
 * The crisis folder: what has to be at hand of the kunder when computers do not help, as PDFs that open with a password in any reader. It
 * is made of this replica alone, with no network and no catalogue. Nothing leaves in plaintext, and each kund is in the access log.
 */
export function krismappService({ replica, actor, clock, newId, kris }: ServicePorts): AsyncHandlers<'kris.skapa'> {
  return {
    'kris.skapa': async (val) => {
      const hinder = losenordshinder(val.losenord);
      if (hinder || !kris) throw new CallFailure(hinder ?? 'krismapp-skrevs-inte');
      const { kunder, skyddade: redan } = await kunderFor(val);
      let skyddade = redan;
      const dag = todayOf(clock);
      const tid = svenskTid(nowOf(clock));
      const mapp = kris.create(val.mapp, `Aktnära krismapp ${tid.replace(':', '.')}`);
      /** Of each kund in the folder: her row, and who she then was. */
      const blad = new Map<string, Blad>();
      const skyddet = (id: string) => replica.record('person', id)?.data.skydd;
      /** Whose sheet is not as it would be made now: the right to her is gone, or she has been protected. */
      const andrade = () => [...blad].filter(([id, { skydd }]) => skyddet(id) !== skydd).map(([id]) => id);
      try {
        for (const [index, { id }] of kunder.entries()) {
          kris.framsteg(index, kunder.length);
          await gor(id, `${fil(index, kunder.length)}.pdf`);
        }
        kris.framsteg(kunder.length, kunder.length);
        let lista: Awaited<ReturnType<typeof kris.render>>;
        do {
          for (const id of andrade()) {
            const { filen, rad } = blad.get(id) as Blad;
            blad.delete(id);
            if (rad.fil === filen) mapp.remove(filen);
            await gor(id, filen);
          }
          lista = await kris.render(krislista(rader(), { av: actor().namn, dag, tid }), val.losenord);
        } while (andrade().length > 0);
        if (!lista.ok) throw new CallFailure('dokument-gick-inte', lista.error.code);
        mapp.write('00 Krislista.pdf', lista.value.bytes);
        mapp.write('Så öppnas mappen.txt', new TextEncoder().encode(saOppnasDen));
        mapp.done();
      } catch (error) {
        // Half a folder would be taken for a whole one.
        mapp.drop();
        throw error;
      }
      const misslyckade = [...blad.values()].filter(({ filen, rad }) => rad.fil !== filen).length;
      return { mapp: mapp.path, kunder: blad.size, misslyckade, skyddade } satisfies KrismappSvar;

      /** In the order of the files: one that was made anew stands where it stood. */
      function rader(): Krisrad[] {
        return [...blad.values()].sort((a, b) => compare(a.filen, b.filen)).map(({ rad }) => rad);
      }

      async function gor(id: string, filen: string): Promise<void> {
        const state = aktState(replica, aktScope(id));
        // Who lost the right to a kund meanwhile has nothing of her here any more.
        const innehall = krisblad(state, { personId: id, dag }, ord);
        const rad = krisrad(state, { personId: id, dag }, filen);
        const skydd = state.get('person', id)?.skydd;
        if (!kris || !innehall || !rad || skydd === undefined) return;
        // She may have been protected while the others were made.
        if (val.skyddade === undefined && skydd !== 'ingen') {
          skyddade += 1;
          return;
        }
        logga(id, state, val);
        const gjort = await kris.render(innehall, val.losenord);
        if (gjort.ok) mapp.write(filen, gjort.value.bytes);
        blad.set(id, { filen, skydd, rad: gjort.ok ? rad : { ...rad, fil: 'gick inte' } });
      }
    },
  };

  /** In Swedish order of their names. @returns how many were left out because they are protected */
  async function kunderFor({ urval, skyddade }: Val) {
    const dag = todayOf(clock);
    const alla: { id: string; person: Person; namn: string }[] = [];
    const valda = urval === 'mina' ? mina() : replica.personIds().map((id) => ({ id, alltid: false }));
    for (const [index, { id, alltid }] of valda.entries()) {
      if (index % 10 === 9) await kris?.andas();
      const person = replica.record('person', id)?.data;
      if (person && (alltid || harPagaende(aktState(replica, aktScope(id)), dag))) alla.push({ id, person, namn: displayName(person) });
    }
    const kunder = alla.filter(({ person }) => person.skydd === 'ingen' || skyddade !== undefined);
    kunder.sort((a, b) => compareSwedish(a.namn, b.namn) || (a.id < b.id ? -1 : 1));
    return { kunder, skyddade: alla.length - kunder.length };
  }

  /** The kunder the user works with: of their utredningar and their bifall, of their list, and the latest of whom something goes on. */
  function mina(): { id: string; alltid: boolean }[] {
    const { id: anvandareId } = actor();
    const arbetar = [...replica.openUtredningarOf(anvandareId), ...replica.ongoingBifallOf(anvandareId, todayOf(clock))];
    const valda = new Set([
      ...arbetar.flatMap(({ scope }) => personOfScope(scope) ?? []),
      ...(replica.record('kundlista', kundlistaId(anvandareId))?.data.personer ?? []),
    ]);
    const senaste = (replica.record('senasteKunder', senasteId(anvandareId))?.data.personer ?? []).map(({ personId }) => personId);
    return [
      ...[...valda].map((id) => ({ id, alltid: true })),
      ...senaste.filter((id) => !valda.has(id)).map((id) => ({ id, alltid: false })),
    ];
  }

  function logga(personId: string, state: Pick<State, 'get'>, { skyddade }: Val): void {
    const skal = state.get('person', personId)?.skydd === 'ingen' ? undefined : skyddade?.skal;
    const detail = ['krismapp', skal].filter(Boolean).join(': ');
    replica.logAccess({ id: newId(), at: nowOf(clock), action: 'last', personId, detail }, 'innan');
  }
}

/** No name: what the files of a folder are called anybody sees. */
const fil = (index: number, antal: number): string => `Kund ${String(index + 1).padStart(Math.max(3, String(antal).length), '0')}`;

const saOppnasDen = [
  'Krismapp ur Aktnära',
  '',
  'Filerna är PDF och öppnas med det lösenord som valdes när mappen gjordes, i vilken PDF-läsare som helst',
  '(Microsoft Edge, Google Chrome, Adobe Acrobat Reader), på vilken dator som helst och utan nät.',
  'Börja med "00 Krislista.pdf". Den säger vilken fil som hör till vilken kund.',
  '',
  'Utan lösenordet kan ingen öppna filerna, inte heller leverantören.',
  'Ta bort mappen när den inte behövs längre: den rättas inte när något ändras i akterna.',
  '',
].join('\r\n');
