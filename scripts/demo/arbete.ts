import type { DokumentationRef } from '../../shared/domain/anteckning/records.ts';
import type { Actor } from '../../shared/domain/command.ts';
import { aktScope } from '../../shared/domain/scope.ts';
import type { RichText } from '../../shared/domain/text/text.ts';
import { type IsoDate, plusDagar } from '../../shared/util/datum.ts';
import { Penna } from './anteckning.ts';
import { instantOf } from './days.ts';
import { type Formular, formularAv, type Kommando } from './formular/formular.ts';
import type { Katalog } from './katalog.ts';
import { personLuckor } from './luckor.ts';
import type { Profil } from './profil.ts';
import { richFrom } from './rich.ts';
import { Scope } from './scope.ts';
import { type Luckor, skrivText, type Textmall, verkstallighetstexter } from './texter.ts';

/** So long the municipality has had the system: an akt has some twenty records, a third of them history. */
const historyDays = 45;

/** One akt being written: the person's profile, the records so far, and the pen. */
export class Arbete {
  readonly akt: Scope;
  readonly profil: Profil;
  readonly katalog: Katalog;
  readonly today: IsoDate;
  readonly penna: Penna;
  readonly luckor: Luckor;

  constructor(
    profil: Profil,
    katalog: Katalog,
    today: IsoDate,
    akt: Scope = new Scope(aktScope(profil.id), katalog, profil.random, plusDagar(today, -historyDays)),
  ) {
    this.akt = akt;
    this.profil = profil;
    this.katalog = katalog;
    this.today = today;
    this.penna = new Penna(this.akt, profil.random, today);
    this.luckor = personLuckor(profil);
  }

  /** The same akt, of which another user writes. */
  hos(handlaggare: Actor): Arbete {
    return new Arbete({ ...this.profil, handlaggare }, this.katalog, this.today, this.akt);
  }

  /** The forms of the akt as the user has them before them that day. */
  formular(av: Actor, dag: IsoDate): Formular {
    const { akt, katalog, profil } = this;
    return formularAv(akt, profil.id, { katalog: katalog.vyFor(av), today: dag, newId: () => akt.newId(dag) });
  }

  /** A user fills in a form on a day and saves it. @returns the input. @throws when there is nothing to fill in, or it is refused */
  gor<K extends Kommando>(av: Actor, dag: IsoDate, form: (formular: Formular) => K | undefined): K['input'] {
    const kommando = form(this.formular(av, dag));
    if (!kommando) throw new Error(`nothing to fill in, in ${this.akt.scope}`);
    this.akt.run(kommando.name, kommando.input, av, instantOf(dag, this.profil.random.between(370, 840)));
    return kommando.input;
  }

  text(mall: Textmall, luckor: Luckor): { titel?: string; text: RichText } {
    return skrivText(mall, luckor, this.profil.random);
  }

  /** Writes one of the texts under a rubrik; of the signed journal notes a few turn out to be wrong. */
  skriv(
    mall: Textmall,
    luckor: Luckor,
    plats: { ref: DokumentationRef; rubrikKod: string; dag: IsoDate; av: Actor; osignerad?: boolean },
  ): void {
    const { random } = this.profil;
    const ord = this.text(mall, luckor);
    const fel = ord.titel !== undefined && !plats.osignerad && random.chance(0.03);
    this.penna.skriv({
      ...plats,
      ...ord,
      ...(fel ? { felmarkering: felmarkering(random.pick(verkstallighetstexter.felmarkering), ord.text) } : {}),
    });
  }
}

/** The right words repeat the note and tell what was wrong in it; a note in the wrong akt has none here. */
function felmarkering({ orsak, rattelse }: { orsak: string; rattelse?: string }, text: RichText): { orsak: string; rattad?: RichText } {
  return rattelse ? { orsak, rattad: { type: 'doc', content: [...text.content, ...richFrom(rattelse).content] } } : { orsak };
}
