import { motesslag } from '../domain/mote/records.ts';
import { ingangOrd } from './eansokan.ts';
import {
  aktiveringslageOrd,
  aktiveringsslagOrd,
  aviseringsfelOrd,
  aviseringskanalOrd,
  misslyckandeOrd,
  nattutfallOrd,
  slutorsakEtjanstOrd,
  valkomstOrd,
} from './etjanst.ts';
import { underlagsskalOrd } from './franvaro.ts';
import type { Kod } from './i-post.ts';
import { planstegOrd } from './individuellplan.ts';
import { blankettlageOrd } from './inkomst.ts';
import { ivolageOrd, omradeOrd, slutorsakOrd, svarOrd } from './ivo.ts';
import { kontaktOrd } from './kontakt.ts';
import { avregistreringOrd, identitetOrd, kirOrd, nummerOrd, skyddOrd } from './person.ts';
import { typOrd } from './posttyp.ts';
import { andamalOrd, samtyckessattOrd } from './samtycke.ts';
import { registerOrd } from './statistik.ts';
import { malutfallOrd, uppfoljningsutfallOrd } from './uppfoljning.ts';

/** Values that rules know by a code, as the forms write them. */
const postvarden: Record<Kod, string> = {
  aktualisering: typOrd('aktualisering'),
  beslut: typOrd('beslut'),
  bestallning: typOrd('bestallning'),
  person: typOrd('person'),
  utredning: typOrd('utredning'),
  anteckning: typOrd('anteckning'),
  text: 'Text',
  verkstallighet: typOrd('verkstallighet'),
  kanTaEmot: 'Kan ta emot',
  ejAnsluten: 'Ingen digital brevlåda',
  avbojt: 'Tar inte emot från kommunen',
  beslutsmeddelande: 'Beslutsmeddelande',
  protokoll: 'Protokoll',
  ...kontaktOrd,
  ...avregistreringOrd,
  ...identitetOrd,
  ...kirOrd,
  ...nummerOrd,
  ...skyddOrd,
  ...ivolageOrd,
  ...svarOrd,
  ...omradeOrd,
  ...slutorsakOrd,
  ...malutfallOrd,
  ...uppfoljningsutfallOrd,
  ...andamalOrd,
  ...motesslag,
  ...samtyckessattOrd,
  ...planstegOrd,
  ...underlagsskalOrd,
  ...misslyckandeOrd,
  ...aviseringskanalOrd,
  ...aviseringsfelOrd,
  ...slutorsakEtjanstOrd,
  ...nattutfallOrd,
  ...valkomstOrd,
  ...aktiveringslageOrd,
  ...ingangOrd,
  ...blankettlageOrd,
  ansokan: 'Ansökan',
  omprovning: 'Omprövning',
  bifall: 'Bifall',
  avslag: 'Avslag',
  delavslag: 'Delavslag',
  stodfamilj: 'Stödfamilj',
  serie: 'Månadsserie',
  handlaggare: 'Handläggare',
  enhetschef: 'Enhetschef',
  individutskottet: 'Individutskottet',
  godtaget: 'Godtaget',
  avvisat: 'Avvisat',
  ingen: 'Nej',
  gallerFran: 'Gäller fr.o.m.',
  gallerTom: 'Gäller t.o.m.',
  omfattning: 'Omfattning',
  server: 'Serverns text',
  egen: 'Egen text',
  bada: 'Båda texterna',
  sammanskriven: 'Sammanskriven text',
};

/** To whom a message is, and when it is forwarded. */
const brevOrd = {
  ...{ anvandare: 'Kollega', brevlada: 'Gemensam brevlåda', kund: 'Kunden', narstaende: 'Närstående', enhet: 'Enheten' },
  ...{ alltid: 'Alltid', franvaro: 'Vid frånvaro' },
} as const;

/** Codes that only commands have. */
const inputvarden = {
  finns: 'Finns',
  oppna: 'Öppnas',
  avsta: 'Öppnas inte',
  samtycke: 'Kundens samtycke',
  mottaget: 'Mottaget',
  uteblivet: 'Uteblivet',
  'digital-post-ej-ansluten': 'Ingen digital brevlåda',
  'digital-post-avbojd': 'Tar inte emot från kommunen',
  'digital-post-nekad': 'Förmedlaren tog inte emot brevet',
  'digital-post-svarar-inte': 'Tjänsten svarade inte',
  'digital-post-oviss': 'Okänt om det kom fram',
  'digital-post-saknas': 'Servern har ingen digital post',
  ...brevOrd,
  ...registerOrd,
  ...aktiveringsslagOrd,
} as const;

export const vardeOrd: Readonly<Record<string, string>> = { ...inputvarden, ...postvarden };
