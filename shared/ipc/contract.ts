import { z } from 'zod';
import { dokumentationRef } from '../domain/anteckning/records.ts';
import { bevakasTyper } from '../domain/bevakning/records.ts';
import type { Textfraga } from '../domain/bevakning/textfragor.ts';
import { brevmapp } from '../domain/brevlada.ts';
import { sha256, storstaDokument } from '../domain/dokument/records.ts';
import { type Utskriftsutbud, utskriftsobjekt } from '../domain/dokument/utbud.ts';
import { dokumentval } from '../domain/dokument/val.ts';
import { day, id, line } from '../domain/fields.ts';
import { maxTidigare } from '../domain/person/records.ts';
import { recordTypes } from '../domain/records.ts';
import type { Nod } from '../domain/rubriktrad/nod.ts';
import { parametervarden } from '../domain/sokverktyg/records.ts';
import { register } from '../domain/statistik/records.ts';
import type { Bindsteg, Bindsvar, Fildel, Provad } from './bindning.ts';
import type { EnhetVy, HosRad } from './enhet.ts';
import type { Fritextsvar } from './fritext.ts';
import type { Ivoexport, IvoVy } from './ivo.ts';
import type { Mapphinder, Skandel, Skanhinder, SkanningVy, Skanvisning } from './skanning.ts';
import type { Exportsvar, Sokrad, Soksvar, SokverktygVy } from './sokverktyg.ts';
import type { Statistikdel, Statistikexport, Statistiksvar, StatistikVy } from './statistik.ts';
import type {
  AktVy,
  Angrat,
  AnteckningVy,
  AnvandarVal,
  AvgiftVy,
  BevakareVy,
  BevakningRad,
  BevakningslistaVy,
  BevakningUnderlag,
  Brevhandling,
  BrevVy,
  DokumentationVy,
  DokumentVy,
  EansokanVy,
  EtjanstbrukVy,
  Flyttat,
  FranvaroRad,
  FrastextVy,
  FristerVy,
  FristUnderlag,
  Granskat,
  HandelseVy,
  Handling,
  InkomstRad,
  InkomstVy,
  InkorgVy,
  KatalogVy,
  KirSvar,
  KommandoSvar,
  KrismappSvar,
  KundVy,
  MeddelandeinstallningVy,
  MeddelandenVy,
  MinaAndringarVy,
  MinaBestallningarVy,
  MinaBevakningarVy,
  MinUtredning,
  MottagareRad,
  Nattmisslyckade,
  NattrapportRad,
  OsigneradAnteckning,
  PersonRad,
  SenasteKund,
  SessionVy,
  SkickatIgen,
  SkrivareVy,
  Sokresultat,
  StatusVy,
  UppgiftUnderlag,
  UppgiftVy,
  Utkast,
  UtkastDetalj,
  UtkorgPost,
  UtkorgPostDetalj,
  ValkomstVy,
} from './views.ts';
import type { VySvar } from './vysvar.ts';

/**
 * Every call the renderer may make of the core, by name: the input is parsed where it arrives, the output is plain data.
 * One contract, whatever carries it (Electron's IPC, the web host's socket, memory in component tests).
 */
type Marks = {
  /** Writes something of the user's own: what is saved, and how many drafts there are, is told anew. */
  writes?: true;
  /** May be asked of a replica whose lease is out: to keep what is being written. */
  whenLocked?: true;
  /** Has gone out of the program when it is done, on paper or into a folder: not made again by itself when it is not known how it went. */
  once?: true;
};
const input = <I extends z.ZodType>(schema: I, marks: Marks = {}): Marks & { input: I } => ({ input: schema, ...marks });
const none = z.strictObject({});
/** What is shown as a document: one of the akt, or one that was made to be looked at in this session. */
const dokumentkalla = z.discriminatedUnion('slag', [
  z.strictObject({ slag: z.literal('dokument'), id }),
  z.strictObject({ slag: z.literal('forhandsvisning'), sha256 }),
]);
/** A file of the folder of scanned files, as a look found it. */
const fil = z.string().regex(/^[0-9a-f]{64}$/);
/** What is bound: a document of the akt, or a file that was taken in for the kund in this session. */
const bindkalla = z.discriminatedUnion('slag', [
  z.strictObject({ slag: z.literal('dokument'), id }),
  z.strictObject({ slag: z.literal('fil'), id }),
]);
const losenord = z.string().min(1).max(200);
/** Bytes of a document in one answer, or of a file in one call. */
export const storstaDel = 1024 * 1024;
/** One piece of a file of the computer, in base64; `id` is the page's own name of the file. */
const filbit = z.strictObject({
  personId: id,
  id,
  namn: line(200).min(1),
  storlek: z.number().int().min(1).max(storstaDokument),
  fran: z.number().int().min(0),
  del: z.string().max(Math.ceil(storstaDel / 3) * 4),
});

/** A quarter whose report to IVO is asked for; `mina`: what the user answers for. */
const ivoval = {
  kvartal: z.strictObject({
    ar: z.number().int().min(1900).max(2200),
    nr: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
  }),
  vilka: z.enum(['mina', 'alla']),
};
/** A list that is delivered to Socialstyrelsen, and the day that it is of. */
const statistikval = { register: z.enum(register), dag: day };
/** A search of the catalogue, and what was chosen in it. */
const valdSokning = { sokningId: id, parametrar: parametervarden };
/** Hits of one result: more are no list that anybody walks. */
export const mostHits = 10_000;
/** Rows of a result that are read in one call: no other waits longer for it than it can be felt. */
export const mostRowsOfOneCall = 50;

/** Views that stay open while the records under them change, and may be large: what changed of them is what is sent (`vy.las`). */
const vyCalls = {
  /** Everything the forms choose from: small enough to be read whole. */
  'katalog.hamta': input(none),
  'kund.hamta': input(z.strictObject({ personId: id })),
  'kund.trad': input(z.strictObject({ personId: id })),
  /** The akt's records that the case's forms and the timeline are filled from; the kund has been opened first. */
  'kund.akt': input(z.strictObject({ personId: id })),
  /** Who changed what and when, newest first: of the whole akt, of a type, or of one record. */
  'kund.historik': input(z.strictObject({ personId: id, type: z.enum(recordTypes).optional(), id: id.optional() })),
  /** The tree of a dokumentation, and its notes without their words. */
  'dokumentation.hamta': input(z.strictObject({ personId: id, dokumentation: dokumentationRef })),
  /** Notes of a dokumentation with their words, in the order asked for; those that are not there are left out. */
  'dokumentation.noter': input(z.strictObject({ personId: id, dokumentation: dokumentationRef, ids: z.array(id).max(10_000) })),
} as const;
export type VyName = keyof typeof vyCalls;
export const isVy = (name: string): name is VyName => Object.hasOwn(vyCalls, name);

/** `har`: the revision of the view that the page has; only what changed since is then answered. */
const vy = <N extends VyName>(name: N) => z.strictObject({ name: z.literal(name), input: vyCalls[name].input, har: id.optional() });

export const calls = {
  ...vyCalls,
  'vy.las': input(
    z.discriminatedUnion('name', [
      vy('katalog.hamta'),
      vy('kund.hamta'),
      vy('kund.trad'),
      vy('kund.akt'),
      vy('kund.historik'),
      vy('dokumentation.hamta'),
      vy('dokumentation.noter'),
    ]),
  ),

  'session.hamta': input(none),
  'session.anvandare': input(none),
  'session.loggaIn': input(z.strictObject({ anvandareId: id })),
  'session.loggaUt': input(none),
  /** The user has read that the replica was made anew. */
  'session.aterskapadLast': input(none, { writes: true, whenLocked: true }),

  'status.hamta': input(none),
  'synk.nu': input(none),
  'synk.slappBroms': input(none),
  /** It is another server than before, and the user says that it is theirs: what the other had received is sent to it. */
  'synk.godkannServer': input(none, { whenLocked: true }),

  'sok.person': input(
    z.strictObject({
      text: z.string().max(200),
      arhundrade: z.enum(['alla', '19', '20']),
      /** The search's own id: asked again under it, because what is shown follows the records, it is logged once. */
      id: id.optional(),
    }),
  ),
  /** The notes of all akter held that have what is asked for (SVERK-08). */
  /** Looks for words in the notes. Another that is under way is ended. */
  'fritext.sok': input(
    z.strictObject({
      text: z.string().max(200),
      felmarkerade: z.boolean(),
      /** The search's own id: asked again under it it is logged once. */
      id,
    }),
  ),
  /** The searches of the catalogue, and the user's own (SVERK-02, SVERK-05). */
  'sokverktyg.hamta': input(none),
  /**
   * Runs one (SVERK-04): which records it finds. Another that is under way is ended. How it goes is told by the event `sokning` of the same `jobb`.
   */
  'sokverktyg.kor': input(z.strictObject({ jobb: id, ...valdSokning })),
  'sokverktyg.avbryt': input(z.strictObject({ jobb: id })),
  /** Hits as they are now, in the order asked for; null for one that is not, or no longer, the user's to read. */
  'sokverktyg.rader': input(z.strictObject({ ...valdSokning, ids: z.array(id).max(mostRowsOfOneCall) })),
  /**
   * Writes hits as CSV into a folder outside the program, by the user's word (SVERK-06): as they are when it is written. Each kund is in the
   * access log. `skyddade`: those too who are protected, and why; left out, they are.
   */
  'sokverktyg.exportera': input(
    z.strictObject({
      ...valdSokning,
      jobb: id,
      ids: z.array(id).min(1).max(mostHits),
      mapp: z.string().min(1).max(1000),
      format: z.enum(['xlsx', 'csv']),
      skyddade: z.strictObject({ skal: z.string().trim().min(3).max(200) }).optional(),
    }),
    { once: true },
  ),
  'kunder.senaste': input(none),
  'kunder.lista': input(none),
  /** How persons are named where only they are: null for one who is not, or no longer, on this computer. */
  'kunder.rader': input(z.strictObject({ personIds: z.array(id).max(200) })),
  'mina.utredningar': input(none),
  'mina.osignerade': input(none),
  /** "Ändrat sedan du tittade" in the user's own kunder; said of these to be seen; and in a kund that is open. */
  'mina.andrat': input(none),
  'mina.andratSett': input(z.strictObject({ personIds: z.array(id).min(1).max(1000) })),
  'kund.andrat': input(z.strictObject({ personId: id })),
  'mina.bestallningar': input(none),
  /** All current frånvaro that the user registers (PHEM-02). */
  'mina.franvaro': input(none),
  'mina.bevakningar': input(none),
  /** E-tjänster att hantera: what waits to be connected, and if asked what was dealt with lately. */
  'eansokan.inkorg': input(z.strictObject({ avslutade: z.boolean() })),
  /** One as it was written; it is logged. Of one from a protected sender it fails with `skal-kravs` without a reason. */
  'eansokan.hamta': input(z.strictObject({ eansokanId: id, skal: line(200).min(3).optional() })),
  /** One that has been read by `eansokan.hamta`, as the PDF that the akt gets of it when it is connected to this kund (EANS-13). */
  'eansokan.handling': input(z.strictObject({ eansokanId: id, personId: id })),
  /** Messages: how many are unread where, and the rows of a folder, latest first. */
  /** The welcome message of a kund's e-service, or of an approval (FORB-73); `enhet`: the user's unit whose case it is sent in. */
  /** Whether the program may open an address outside itself: one of the catalogue's own, and no other. Asked by the host, too. */
  'lank.far': input(z.strictObject({ adress: z.string().max(500) })),
  'etjanst.valkomst': input(z.strictObject({ personId: id, postId: id, enhet: z.string().max(40).optional() })),
  /** How a kund's e-service is used (VALK-04). */
  'etjanst.bruk': input(z.strictObject({ personId: id })),
  'meddelande.lista': input(z.strictObject({ mapp: brevmapp.optional() })),
  /** One as it is read; of a kund it is logged. Of somebody protected it fails with `skal-kravs` without a reason. */
  'meddelande.hamta': input(z.strictObject({ meddelandeId: id, mapp: brevmapp, skal: line(200).min(3).optional() })),
  /** Whom one may write to: kunder and those near them, own first; mailboxes and colleagues. `personIder`: those kunder whatever is typed. */
  'meddelande.mottagare': input(z.strictObject({ text: z.string().max(200), personIder: z.array(id).max(30) })),
  /** Takes back a message of one's own that waits in Utkorg, as the draft it was. */
  'meddelande.angra': input(z.strictObject({ meddelandeId: id }), { writes: true }),
  /** A message that has been read here, as a document to print. */
  'meddelande.handling': input(z.strictObject({ meddelandeId: id })),
  'meddelande.installning': input(none),
  /** What is out and what has come of inkomstblanketter, of every kund, for those who handle fees; and one with its answers (INK-01). */
  'inkomst.lista': input(none),
  /** Frånvaro, and verkställigheter that begin or end, of every kund, for those who handle fees (ROLL-09). */
  'avgift.lista': input(none),
  'inkomst.hamta': input(z.strictObject({ personId: id, blankettId: id })),
  /** What the nights came to, the latest first, for systemförvaltare (NATT-01). */
  'natt.rapporter': input(none),
  /** Whose activation a night could not do. */
  'natt.misslyckade': input(z.strictObject({ rapportId: id })),
  /** The enhetschef's unit: how much each has, and what one has that can be given to another. */
  'enhet.oversikt': input(none),
  'enhet.fordelbart': input(z.strictObject({ agareId: id })),
  /** Bifall that were not carried out in time, as the report of a quarter tells of them (KLOCK-07). */
  'ivo.lista': input(z.strictObject(ivoval)),
  /**
   * Writes the report of a quarter, or its figures, into a folder outside the program, by the user's word (KLOCK-10). `skyddade`: those too who are
   * protected, and why; left out, they are.
   */
  'ivo.exportera': input(
    z.strictObject({
      ...ivoval,
      vad: z.enum(['rapport', 'siffror']),
      format: z.enum(['xlsx', 'csv', 'pdf']),
      mapp: z.string().min(1).max(1000),
      skyddade: z.strictObject({ skal: z.string().trim().min(3).max(200) }).optional(),
    }),
    { once: true },
  ),
  /** Which lists are delivered to Socialstyrelsen, of which days; what was delivered; and why the user cannot deliver here (STAT-01). */
  'statistik.hamta': input(none),
  /** Finds the akter that may give one something. Another that is under way is ended. How it goes is told by the event `sokning` of the same `jobb`. */
  'statistik.rakna': input(z.strictObject({ jobb: id, ...statistikval })),
  'statistik.avbryt': input(z.strictObject({ jobb: id })),
  /** What some akter give it now. */
  'statistik.av': input(z.strictObject({ ...statistikval, personIds: z.array(id).max(mostRowsOfOneCall) })),
  /**
   * Writes it into a folder outside the program, by the user's word (STAT-06): as the akter are when it is written, without the rows that would be
   * refused. Each kund is in the access log. `skyddade`: those too who are protected, and why; left out, they are.
   */
  'statistik.exportera': input(
    z.strictObject({
      ...statistikval,
      jobb: id,
      mapp: z.string().min(1).max(1000),
      skyddade: z.strictObject({ skal: z.string().trim().min(3).max(200) }).optional(),
    }),
    { once: true },
  ),
  /** Writes a meeting as a calendar file into a folder outside the program, by the user's word (MOTE-04). */
  'mote.kalender': input(z.strictObject({ personId: id, moteId: id, mapp: z.string().min(1).max(1000) }), { once: true }),
  'kund.frister': input(z.strictObject({ personId: id })),
  /** One of an akt by its key: one that is in a list, or of an opened akt; null = it is there no more. */
  'frist.underlag': input(z.strictObject({ personId: id, nyckel: z.string().min(1).max(200) })),
  /** The user's own, and those of these functions and users; what is done, the latest of each (BEV-02, BEV-03). */
  'bevakningar.lista': input(
    z.strictObject({ egna: z.boolean(), agare: z.array(id).max(100), visa: z.enum(['attGora', 'uppskjutna', 'klara']) }),
  ),
  /** What is to be dealt with by a day, computed ones that no list has yet too: for a week or a month of a calendar. */
  'bevakningar.kalender': input(z.strictObject({ egna: z.boolean(), agare: z.array(id).max(100), till: day })),
  /** Those on a part of an opened akt, done ones too; on the kund all of hers (BEV-05). */
  'bevakning.pa': input(z.strictObject({ personId: id, ref: z.strictObject({ type: z.enum(bevakasTyper), id }) })),
  'bevakningar.agare': input(none),
  /**
   * What a form is filled from: a new one on `ref`, of an opened akt or of what the row of a list is about (a bevakning, or a computed one by its
   * `nyckel`); without it of the bevakning itself.
   * Null when what it is about is not there. `enhet` = which of the user's units it is for.
   */
  'bevakning.underlag': input(
    z.strictObject({
      personId: id,
      ref: z.strictObject({ type: z.enum(bevakasTyper), id }).optional(),
      bevakningId: id.optional(),
      nyckel: z.string().min(1).max(200).optional(),
      enhet: z.string().max(40).optional(),
    }),
  ),
  /** What of a text not all should read who can (FORB-54). */
  'bevakning.textfragor': input(z.strictObject({ personId: id, text: z.string().max(1000) })),

  /** Asks the register of residents through the server, with 12 digits; answers soon whatever the network does (REG-03, FRAGA-05). */
  'kir.sok': input(z.strictObject({ personnummer: z.string().regex(/^\d{12}$/) })),
  /** Persons registered already who may be the one about to be: same name and birth date. */
  'person.dubbletter': input(
    z.strictObject({
      efternamn: z.string().max(100),
      fornamn: z.string().max(100),
      fodelsedatum: day.optional(),
      /** The number, and others the register gives the person. */
      nummer: z.array(z.string().max(13)).max(maxTidigare + 1),
    }),
  ),

  /** Opening is logged. A person with skyddad folkbokföring asks for a reason: without one it fails with `skal-kravs`. */
  'kund.oppna': input(z.strictObject({ personId: id, skal: line(200).min(3).optional() })),
  /** A signed text or a beslut as it would be handed to another unit now; null when it is not there. */
  'uppgift.underlag': input(z.strictObject({ personId: id, id })),
  /** What came from another unit, or was handed to one; null when it is not there. */
  'uppgift.hamta': input(z.strictObject({ personId: id, id })),
  /** The documents of an opened akt, the latest first. */
  'dokument.lista': input(z.strictObject({ personId: id })),
  /** A document of an opened akt; fails with `finns-inte` when it is not, or no longer, the user's to read. */
  'dokument.hamta': input(z.strictObject({ id })),
  /**
   * Bytes of a document: at most `antal` from the place `fran`. Reading is logged. What is not on this computer is fetched first, and
   * `dokument-inte-har` is the answer when it cannot be.
   */
  'dokument.las': input(
    z.strictObject({ kalla: dokumentkalla, fran: z.number().int().min(0), antal: z.number().int().min(1).max(storstaDel) }),
  ),
  'frastext.lista': input(z.strictObject({ rubrikKod: z.string().max(60) })),
  'frastext.luckor': input(z.strictObject({})),

  /** The printers that can be chosen here. */
  'skrivare.lista': input(none),
  /**
   * Logs the print, and prints on the printer that is named; without one, what prints is the page's own dialog. `kontrollerad`: of a protected
   * person the user has looked whose document it is (`kontroll-kravs`). `titel` is what stands in the log.
   */
  'dokument.skrivUt': input(
    z.strictObject({
      kalla: dokumentkalla,
      titel: line(200),
      kontrollerad: z.boolean(),
      skrivare: z.string().min(1).max(300).nullable(),
      antal: z.number().int().min(1).max(99),
      dubbelsidigt: z.enum(['nej', 'langsida', 'kortsida']),
    }),
    { once: true },
  ),
  /**
   * Writes a copy outside the program, by the user's word (FORB-49), into a folder that is there; of a protected person once the user has looked whose
   * it is.
   */
  'dokument.sparaKopia': input(
    z.strictObject({ kalla: dokumentkalla, titel: line(200), kontrollerad: z.boolean(), mapp: z.string().min(1).max(1000) }),
    { once: true },
  ),
  /** What can be printed from where the user stands, each with the mallar that serve it. */
  'dokument.utbud': input(z.strictObject({ personId: id, objekt: utskriftsobjekt })),
  /** Makes the document and stores its bytes on this computer; answers what it is, or all that is missing (UTSK-04). */
  'dokument.granska': input(dokumentval),

  /**
   * Takes in a file for the kund's binder, a piece at a time and in order: a PDF, or a picture that becomes one. It lies encrypted on
   * this computer and is forgotten when the user signs out (FORB-49). `del`: base64.
   */
  'bindare.fil': input(filbit),
  /** Reads a document as binding it would: how many pages it has and what is to be known of it, or why it cannot be bound. */
  'bindare.prova': input(z.strictObject({ jobb: id, personId: id, kalla: bindkalla, losenord: losenord.optional() })),
  /**
   * Binds documents of one kund in the order given (BIND-01 to BIND-03). The bundle is stored on this computer, encrypted, and is looked
   * at, printed and filed as what was granskat is. How it goes is told by the event `bindare` of the same `jobb`.
   */
  'bindare.bind': input(
    z.strictObject({
      jobb: id,
      personId: id,
      titel: line(200).min(1),
      framsida: z.boolean(),
      sidnummer: z.boolean(),
      delar: z
        .array(
          z.strictObject({
            kalla: bindkalla,
            /** Such as "1-3, 5, 8-"; all where it is left out. */
            sidor: z.string().max(200).optional(),
            losenord: losenord.optional(),
            /** Its bookmark; else what the document is called. */
            titel: line(200).min(1).optional(),
          }),
        )
        .min(1)
        .max(200),
    }),
  ),
  /** Ends what is under way of that `jobb`; what is not is left alone. */
  'bindare.avbryt': input(z.strictObject({ jobb: id })),

  /** Writes what has to be at hand of the kunder as PDFs locked by the password, into a new folder under the one given. */
  'kris.skapa': input(
    z.strictObject({
      mapp: z.string().min(1).max(1000),
      losenord: z.string().max(200),
      /** Those the user works with, or all that may be read here and have something that goes on. */
      urval: z.enum(['mina', 'alla']),
      /** Protected kunder too, and why; left out, they are. */
      skyddade: z.strictObject({ skal: z.string().trim().min(3).max(200) }).optional(),
    }),
    { once: true },
  ),
  /** What lies in the folder of scanned files (SKAN-01, FORB-50). */
  'skanning.lista': input(none),
  /** Chooses the folder of scanned files, for this user on this computer; null = none. */
  'skanning.mapp': input(z.strictObject({ mapp: z.string().trim().min(1).max(1000).nullable() })),
  /**
   * Makes the PDF that a scanned file is filed as and stores it on this computer: its bytes are read by `dokument.las`. `sha256` is what it
   * was when it was filed and refused: shown when the file has left the folder since.
   */
  'skanning.visa': input(z.strictObject({ id: fil, sha256: sha256.optional() })),
  /**
   * A file of the computer that is to be filed (SKAN-05), a piece a call: read and kept as one of the folder is. It stays where it was.
   */
  'skanning.fil': input(filbit),
  /** Such a file once more: that of this session, or that a draft names. */
  'skanning.egen': input(z.strictObject({ sha256 })),
  /** Takes a file out of the folder that the document has the bytes of. */
  'skanning.taBort': input(z.strictObject({ id: fil, dokumentId: id })),

  'kommando.kor': input(
    z.strictObject({
      name: z.string().max(80),
      input: z.unknown(),
      /** Draft to drop in the same transaction. */ utkast: z.string().max(200).optional(),
      /** What the draft's form held when it was sent: kept with the command, so that a refused one can be put back in its form. */
      formular: z.strictObject({ titel: z.string().max(200), data: z.unknown() }).optional(),
      /** The refused command that it is sent instead of: taken off Att åtgärda in the same transaction. */
      avgor: id.optional(),
      /** The command's own id, when the caller may ask again after a lost connection: it is run once, answered alike. */
      id: id.optional(),
    }),
    { writes: true },
  ),

  'utkast.spara': input(
    z.strictObject({
      nyckel: z.string().min(1).max(200),
      personId: id.nullable(),
      titel: z.string().max(200),
      data: z.unknown(),
      /**
       * When the draft on disk was written, as the caller knows it; null = there was none. Another one there was written in another
       * window: refused with `utkast-i-annat-fonster`. Absent = written over whatever is there.
       */
      pa: z.string().max(40).nullable().optional(),
    }),
    { writes: true, whenLocked: true },
  ),
  'utkast.hamta': input(z.strictObject({ nyckel: z.string().max(200) })),
  'utkast.lista': input(none),
  /** A draft whose utredning is not there is moved to one that is, or to the kund who was registered already, as `utkast.hamta` offers. */
  'utkast.flytta': input(z.strictObject({ nyckel: z.string().max(200), till: z.string().max(200) }), { writes: true }),
  'utkast.kasta': input(z.strictObject({ nyckel: z.string().max(200) }), { writes: true }),

  'utkorg.lista': input(none),
  'utkorg.post': input(z.strictObject({ id })),
  /** Takes a refused command off Att åtgärda once the user has decided; it stays readable among the receipts. */
  'utkorg.avgjord': input(z.strictObject({ id }), { writes: true }),
  /**
   * Moves what was written to a kund whose registration was refused, for she was registered already (`personnummer-finns`), to the kund who
   * is: commands and drafts. The registration itself stays, for what it says.
   */
  'utkorg.flytta': input(z.strictObject({ id, tillPersonId: id }), { writes: true }),
  /** Sends a refused command once more, and with it, in their order, those of the same akt that were refused for the same cause. */
  'utkorg.forsokIgen': input(z.strictObject({ id }), { writes: true }),

  'installning.hamta': input(z.strictObject({ nyckel: z.string().max(120) })),
  'installning.satt': input(z.strictObject({ nyckel: z.string().max(120), varde: z.unknown() }), { writes: true, whenLocked: true }),
} as const;

export type CallName = keyof typeof calls;
export type CallInput<N extends CallName> = z.input<(typeof calls)[N]['input']>;

export interface CallOutputs {
  'session.hamta': SessionVy;
  'session.anvandare': {
    kalla: 'server' | 'datorn';
    anvandare: AnvandarVal[];
    /** The server answers, and says no. */
    nekad?: true;
  };
  'session.loggaIn': SessionVy;
  'session.loggaUt': SessionVy;
  'session.aterskapadLast': SessionVy;
  'status.hamta': StatusVy;
  'synk.nu': StatusVy;
  'synk.slappBroms': StatusVy;
  'synk.godkannServer': StatusVy;
  'sok.person': Sokresultat;
  'fritext.sok': Fritextsvar;
  'sokverktyg.hamta': SokverktygVy;
  'sokverktyg.kor': Soksvar;
  'sokverktyg.avbryt': null;
  'sokverktyg.rader': (Sokrad | null)[];
  'sokverktyg.exportera': Exportsvar;
  'kunder.senaste': SenasteKund[];
  'kunder.lista': SenasteKund[];
  'kunder.rader': (PersonRad | null)[];
  'mina.utredningar': MinUtredning[];
  'mina.osignerade': OsigneradAnteckning[];
  'mina.andrat': MinaAndringarVy;
  'mina.andratSett': null;
  'kund.andrat': HandelseVy[];
  'mina.bestallningar': MinaBestallningarVy;
  'mina.franvaro': FranvaroRad[];
  'mina.bevakningar': MinaBevakningarVy;
  'eansokan.inkorg': InkorgVy;
  'eansokan.hamta': EansokanVy;
  'eansokan.handling': Handling;
  'lank.far': boolean;
  'etjanst.valkomst': ValkomstVy;
  'etjanst.bruk': EtjanstbrukVy;
  'meddelande.lista': MeddelandenVy;
  'meddelande.hamta': BrevVy;
  'meddelande.mottagare': MottagareRad[];
  'meddelande.angra': Angrat;
  'meddelande.handling': Brevhandling;
  'meddelande.installning': MeddelandeinstallningVy;
  'inkomst.lista': { rader: InkomstRad[] };
  'avgift.lista': AvgiftVy;
  'inkomst.hamta': InkomstVy;
  'natt.rapporter': { rader: NattrapportRad[] };
  'natt.misslyckade': Nattmisslyckade;
  'ivo.lista': IvoVy;
  'enhet.oversikt': EnhetVy;
  'enhet.fordelbart': HosRad[];
  'ivo.exportera': Ivoexport;
  'statistik.hamta': StatistikVy;
  'statistik.rakna': Statistiksvar;
  'statistik.avbryt': null;
  'statistik.av': Statistikdel;
  'statistik.exportera': Statistikexport;
  'mote.kalender': { fil: string };
  'kund.frister': FristerVy;
  'frist.underlag': FristUnderlag | null;
  'bevakningar.lista': BevakningslistaVy;
  'bevakningar.kalender': BevakningslistaVy;
  'bevakning.pa': BevakningRad[];
  'bevakningar.agare': BevakareVy[];
  'bevakning.underlag': BevakningUnderlag | null;
  'bevakning.textfragor': Textfraga[];
  'katalog.hamta': KatalogVy;
  'kir.sok': KirSvar;
  'person.dubbletter': PersonRad[];
  'kund.oppna': KundVy;
  'kund.hamta': KundVy;
  'kund.trad': Nod[];
  'kund.akt': AktVy;
  'kund.historik': HandelseVy[];
  'dokumentation.hamta': DokumentationVy;
  'dokumentation.noter': AnteckningVy[];
  'uppgift.underlag': UppgiftUnderlag | null;
  'uppgift.hamta': UppgiftVy | null;
  'dokument.lista': DokumentVy[];
  'dokument.hamta': DokumentVy;
  /** `storlek`: of the whole document. `bytes`: in base64, which every road to the page carries. */
  'dokument.las': { storlek: number; bytes: string };
  'vy.las': VySvar;
  'frastext.lista': FrastextVy[];
  /** What all frastexter leave to be filled in. */
  'frastext.luckor': string[];
  'skanning.lista': SkanningVy;
  'skanning.mapp': { ok: true } | { ok: false; hinder: Mapphinder };
  'skanning.visa': Skanvisning;
  'skanning.fil': Skandel;
  'skanning.egen': Skanvisning;
  'skanning.taBort': { ok: true } | { ok: false; hinder: Skanhinder };
  'kommando.kor': KommandoSvar;
  'utkast.spara': { sparad: string };
  'utkast.hamta': UtkastDetalj | null;
  'utkast.lista': Utkast[];
  'skrivare.lista': SkrivareVy;
  'dokument.skrivUt': null;
  'dokument.sparaKopia': { fil: string };
  'dokument.utbud': Utskriftsutbud;
  'dokument.granska': Granskat;
  'bindare.fil': Fildel;
  'bindare.prova': Provad;
  'bindare.bind': Bindsvar;
  'bindare.avbryt': null;
  'kris.skapa': KrismappSvar;
  /** False when another text is begun in that place: both stay. */
  'utkast.flytta': { flyttat: boolean };
  'utkast.kasta': null;
  'utkorg.lista': UtkorgPost[];
  'utkorg.post': UtkorgPostDetalj;
  'utkorg.avgjord': null;
  'utkorg.flytta': Flyttat;
  'utkorg.forsokIgen': SkickatIgen;
  'installning.hamta': unknown;
  'installning.satt': null;
}
export type CallOutput<N extends CallName> = CallOutputs[N];

/** Why a call failed; its Swedish words stand in the renderer. A refused command is not a failed call. */
export const callErrorCodes = [
  'okant-anrop',
  'ogiltig-indata',
  'inte-inloggad',
  'servern-svarar-inte',
  'inloggning-nekad',
  'anvandaren-finns-inte-har',
  'finns-inte',
  'utkast-i-annat-fonster',
  'skal-kravs',
  'disken-full',
  'dokument-ryms-inte',
  'dokument-skadat',
  'dokument-for-stort',
  'dokument-inte-har',
  'dokument-gick-inte',
  'kontroll-kravs',
  'samtycke-saknas',
  'samtycket-aterkallat',
  'samtycket-utgatt',
  'skrivaren-svarar-inte',
  'losenord-kort',
  'losenord-langt',
  'losenord-tecken',
  'losenord-enkelt',
  'mapp-finns-inte',
  'krismapp-skrevs-inte',
  'kopian-skrevs-inte',
  'databasen-fel-nyckel',
  'databasen-okrypterad',
  'databasen-skadad',
  'databasen-nyare',
  'lasen-utgatt',
  'aterskapad-last',
  'kontot-stangt',
  'karnan-stoppad',
  'internt-fel',
] as const;
export type CallErrorCode = (typeof callErrorCodes)[number];
export type CallError = { code: CallErrorCode; detail?: string };
export type CallResult<N extends CallName> = { ok: true; value: CallOutput<N> } | { ok: false; error: CallError };

/** What the core tells the renderer unasked. */
export type CoreEvent =
  | { event: 'status'; status: StatusVy }
  | { event: 'session'; session: SessionVy }
  /** Records changed, by a command here or by a pull: views of these scopes read again. */
  | { event: 'andrat'; scopes: string[] }
  | { event: 'utkorg' }
  /** A crisis folder is being made: so many kunder are in it. */
  | { event: 'kris'; klart: number; av: number }
  /** How far a search of Sökverktyget, or the saving of its result, has come. */
  | { event: 'sokning'; jobb: string; klart: number; av: number }
  /** The index of the notes' words has come further, or is whole. */
  | { event: 'fritext' }
  /** How far a binding has come. */
  | ({ event: 'bindare'; jobb: string } & Bindsteg)
  /** Something in the folder of scanned files is new, gone or another. */
  | { event: 'skanning' }
  /** A draft was written, dropped (`sparad` null) or carried by a command, in whichever window. */
  | { event: 'utkast'; nyckel: string; sparad: string | null };

/** What the renderer holds, whoever carries it. */
export interface Backend {
  call<N extends CallName>(name: N, input: CallInput<N>): Promise<CallResult<N>>;
  /** @returns a function that ends the subscription */
  subscribe(listener: (event: CoreEvent) => void): () => void;
}
