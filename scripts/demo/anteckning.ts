import type { DokumentationRef } from '../../shared/domain/anteckning/records.ts';
import type { Actor } from '../../shared/domain/command.ts';
import { personOfScope } from '../../shared/domain/scope.ts';
import type { RichText } from '../../shared/domain/text/text.ts';
import { type IsoDate, plusDagar } from '../../shared/util/datum.ts';
import { earlier, instantOf, workday } from './days.ts';
import type { Random } from './random.ts';
import type { Scope } from './scope.ts';

export type NyAnteckning = {
  ref: DokumentationRef;
  rubrikKod: string;
  titel?: string;
  text: RichText;
  dag: IsoDate;
  av: Actor;
  /** Left unsigned: a draft of its author. */
  osignerad?: boolean;
  /** Marked as wrong for this reason; with the right words in a note after it, when the akt is the right one (FORB-16). */
  felmarkering?: { orsak: string; rattad?: RichText };
};

/** Writes notes as users do: by the commands anteckning.spara, signera and felmarkera. */
export class Penna {
  private readonly akt: Scope;
  private readonly personId: string;
  private readonly random: Random;
  private readonly igar: IsoDate;

  constructor(akt: Scope, random: Random, today: IsoDate) {
    this.akt = akt;
    this.personId = personOfScope(akt.scope) ?? '';
    this.random = random;
    this.igar = plusDagar(today, -1);
  }

  /** Nothing is written later than yesterday, so that no note lies in the future of whoever opens the demo. */
  skriv(note: NyAnteckning): void {
    const dag = workday(earlier(note.dag, this.igar));
    const minut = this.random.between(370, 840);
    const sparad = this.spara(note, dag, minut);
    if (note.osignerad) return;
    this.signera(sparad, note.av, dag, minut + this.random.between(1, 40));
    if (note.felmarkering === undefined) return;
    const senare = workday(earlier(plusDagar(dag, this.random.between(0, 3)), this.igar));
    const da = later(senare, dag) ? this.random.between(370, 840) : minut + 60;
    const felmarkera = { personId: this.personId, anteckningId: sparad.anteckningId, orsak: note.felmarkering.orsak };
    this.akt.run('anteckning.felmarkera', felmarkera, note.av, instantOf(senare, da));
    if (!note.felmarkering.rattad) return;
    const rattad = this.spara({ ...note, text: note.felmarkering.rattad }, senare, da + 5, sparad.anteckningId);
    this.signera(rattad, note.av, senare, da + 8);
  }

  private spara(note: NyAnteckning, dag: IsoDate, minut: number, rattar?: string): { anteckningId: string; rev: string } {
    const anteckningId = this.akt.newId(dag);
    const rev = this.akt.newId(dag);
    const input = {
      personId: this.personId,
      anteckningId,
      dokumentation: note.ref,
      rubrikKod: note.rubrikKod,
      ...(note.titel ? { titel: note.titel } : {}),
      handelsedatum: rattar ? earlier(workday(note.dag), dag) : dag,
      text: note.text,
      basRev: null,
      rev,
      ...(rattar ? { rattar } : {}),
    };
    this.akt.run('anteckning.spara', input, note.av, instantOf(dag, minut));
    return { anteckningId, rev };
  }

  private signera(note: { anteckningId: string; rev: string }, av: Actor, dag: IsoDate, minut: number): void {
    this.akt.run('anteckning.signera', { personId: this.personId, ...note }, av, instantOf(dag, minut));
  }
}

const later = (one: IsoDate, other: IsoDate): boolean => one > other;
