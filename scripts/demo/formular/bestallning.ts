import type { Beslut } from '../../../shared/domain/beslut/records.ts';
import { forslagEfterAvbrott, forvaldBestallning } from '../../../shared/domain/bestallning/forslag.ts';
import { avvikelserFranBeslut } from '../../../shared/domain/bestallning/kontroll.ts';
import type { Bestallning } from '../../../shared/domain/bestallning/records.ts';
import { samtidigaBestallningar } from '../../../shared/domain/bestallning/samtidigt.ts';
import {
  behoverEgenBekraftelse,
  bestallningskategori,
  type Utforarval,
  utforarval,
  valbaraInsatser,
} from '../../../shared/domain/bestallning/urval.ts';
import { verkstallighetFor } from '../../../shared/domain/bestallning/verkstallighet.ts';
import { insatsAv } from '../../../shared/domain/katalog/uppslag.ts';
import type { Post } from '../../../shared/domain/post.ts';
import type { IsoDate } from '../../../shared/util/datum.ts';
import type { Formular, Kommando } from './formular.ts';

/** Whom a bifall may be ordered from, in the catalogue's order. */
export function utforarvalFor({ katalog }: Pick<Formular, 'katalog'>, beslut: Beslut): Utforarval[] {
  const insats = insatsAv(katalog.insatser, beslut);
  return insats ? utforarval(beslut, insats.data, katalog.utforare) : [];
}

export type Bestallningsval = {
  /** Of {@link utforarvalFor}; without it the first. */
  utforareId?: string | undefined;
  /** Which of what may be ordered there is chosen; without it the first. */
  insats?: string | undefined;
  bestallningstext?: string;
  /** Ordered shorter than it is granted, as the sender has confirmed (FORB-34). */
  gallerFran?: IsoDate;
  bifogadAktualiseringId?: string;
  /** Opens the handläggare's verkställighet at once, where none is open (VERK-06). */
  oppna?: boolean;
};

/** A beställning as the form proposes it; undefined when the bifall is never ordered. */
export function skickaBestallning(
  formular: Formular,
  beslut: Post<Beslut>,
  val: Bestallningsval = {},
): Kommando<'bestallning.skicka'> | undefined {
  const { personId, katalog, today, newId } = formular;
  const insats = insatsAv(katalog.insatser, beslut.data)?.data;
  const mojliga = utforarvalFor(formular, beslut.data);
  const valt = mojliga.find(({ utforareId }) => utforareId === val.utforareId) ?? mojliga[0];
  if (!insats || !valt) return undefined;
  const { utforareId } = valt;
  const forslag = forvaldBestallning(beslut, insats, mojliga, katalog.egen, today, utforareId);
  const matt = { gallerFran: val.gallerFran ?? forslag.gallerFran, gallerTom: forslag.gallerTom, omfattning: forslag.omfattning };
  const order = {
    beslutId: beslut.id,
    beslut: beslut.data,
    utforareId,
    insatskategori: bestallningskategori(beslut.data, insats),
    egenBekraftelse: valt.egenBekraftelse,
  };
  const samtidiga = samtidigaBestallningar({ ...formular.akt, insatser: katalog.insatser }, { beslutId: beslut.id, ...matt });
  const plats = val.oppna && valt.egenBekraftelse ? platsFor(formular, order, matt.gallerFran) : undefined;
  return {
    name: 'bestallning.skicka',
    input: {
      personId,
      bestallningId: newId(),
      beslutId: beslut.id,
      bestalltDatum: today,
      gallerFran: matt.gallerFran,
      ...(matt.gallerTom ? { gallerTom: matt.gallerTom } : {}),
      utforareId,
      ...(forslag.utforarOrganisationId ? { utforarOrganisationId: forslag.utforarOrganisationId } : {}),
      bestallarOrganisationId: forslag.bestallarOrganisationId ?? katalog.egen.organisationId,
      insatser: val.insats
        ? [val.insats]
        : forslag.insatser.length > 0
          ? forslag.insatser
          : valbaraInsatser(mojliga, utforareId).slice(0, 1),
      ...(matt.omfattning ? { omfattning: matt.omfattning } : {}),
      ...(val.bestallningstext ? { bestallningstext: val.bestallningstext } : {}),
      ...(val.bifogadAktualiseringId ? { bifogadAnteckning: { aktualiseringId: val.bifogadAktualiseringId } } : {}),
      avvikelser: avvikelserFranBeslut(beslut.data, matt),
      sedda: samtidiga.map(({ id }) => id),
      ...(samtidiga.length > 0 ? { samtidigSkal: 'Beställs utöver det som redan utförs.' } : {}),
      ...(plats?.slag === 'oppna' ? { verkstallighet: { verkstallighetId: newId(), organisationId: katalog.egen.organisationId } } : {}),
      bevakningId: newId(),
    },
  };
}

type Order = Parameters<typeof verkstallighetFor>[0];
const platsFor = ({ akt, today }: Formular, order: Order, datum: IsoDate) =>
  verkstallighetFor(order, akt.beslut, akt.verkstalligheter, today, datum);

const bestalld = ({ akt, katalog }: Formular, { data }: Post<Bestallning>): Order => ({
  ...data,
  beslut: akt.beslut.find(({ id }) => id === data.beslutId)?.data,
  egenBekraftelse: behoverEgenBekraftelse(katalog.utforare.find(({ id }) => id === data.utforareId)?.data),
});

/** Confirms that it is verkställt: in the verkställighet that is open for it, else in a new one (FORB-36). */
export function bekraftaBestallning(formular: Formular, bestallning: Post<Bestallning>, datum: IsoDate, organisationId?: string): Kommando {
  const { personId, katalog, newId } = formular;
  const plats = platsFor(formular, bestalld(formular, bestallning), datum);
  const verkstallighet =
    plats.slag === 'finns'
      ? { slag: 'finns' as const, verkstallighetId: plats.verkstallighetId }
      : { slag: 'oppna' as const, verkstallighetId: newId(), organisationId: organisationId ?? katalog.egen.organisationId };
  return { name: 'bestallning.bekrafta', input: { personId, bestallningId: bestallning.id, datum, verkstallighet } };
}

/** Opens the verkställighet of an order that the handläggare confirms (VERK-02). */
export function oppnaVerkstallighet(formular: Formular, bestallning: Post<Bestallning>): Kommando | undefined {
  const { personId, katalog, newId } = formular;
  const plats = platsFor(formular, bestalld(formular, bestallning), bestallning.data.gallerFran);
  if (plats.slag === 'finns') return undefined;
  const { slag: _, ...varden } = plats;
  const input = {
    personId,
    verkstallighetId: newId(),
    ...varden,
    organisationId: katalog.egen.organisationId,
    beslutId: bestallning.data.beslutId,
  };
  return { name: 'verkstallighet.oppna', input };
}

/** Orders an interrupted insats anew, as it was (BEST-KOP-01 to -09). */
export function nyEfterAvbrott(formular: Formular, tidigare: Post<Bestallning>, avbrottsdatum: IsoDate): Kommando | undefined {
  const { personId, akt, katalog, newId } = formular;
  const beslut = akt.beslut.find(({ id }) => id === tidigare.data.beslutId)?.data;
  if (!beslut) return undefined;
  const forslag = forslagEfterAvbrott(tidigare.data, beslut, avbrottsdatum, katalog.egen);
  const { utforareId, utforarOrganisationId, bestallarOrganisationId, insatser, omfattning, bestallningstext } = forslag;
  if (utforareId === undefined || bestallarOrganisationId === undefined) return undefined;
  return {
    name: 'bestallning.nyEfterAvbrott',
    input: {
      ...{ personId, bestallningId: newId(), tidigareId: tidigare.id, avbrottsdatum, utforareId, bestallarOrganisationId, insatser },
      ...(utforarOrganisationId ? { utforarOrganisationId } : {}),
      ...(omfattning ? { omfattning } : {}),
      ...(bestallningstext ? { bestallningstext } : {}),
      bevakningId: newId(),
    },
  };
}
