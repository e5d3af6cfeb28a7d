import { readJson } from '../../scripts/demo/resources.ts';
import type { Insats } from '../../shared/domain/katalog/records.ts';
import type { Post } from '../../shared/domain/post.ts';

/** One way through the chain: an insats, its outcome, and what the user chooses on the way. */
export type Fall = {
  namn: string;
  insats: Post<Insats>;
  utfall: 'bifall' | 'avslag';
  /** Of the catalogue's row; none where nothing is ordered, or where the placement is extern. */
  utforareId?: string;
  niva?: string;
  externPlacering?: true;
};

/**
 * An insats that no code knows, as the systemförvaltare of a municipality would add it: hours a week, levels, an instrument, one
 * utförare that confirms itself and one that the handläggare confirms for.
 */
export function pahittadInsats(katalog: Post<Insats>[]): Post<Insats> {
  const med = (kod: string) => {
    const found = katalog.find(({ data }) => data.kod === kod)?.data;
    if (!found) throw new Error(`the catalogue lacks ${kod}`);
    return found;
  };
  const [assistans, verksamhet] = [med('PERSONLIG_ASSISTANS'), med('DAGLIG_VERKSAMHET')];
  const [kommunal, privat] = assistans.bestallning?.utforare ?? [];
  if (!kommunal || !privat || !verksamhet.instrumentId) throw new Error('the catalogue lacks what the made-up insats refers to');
  return {
    id: '019aa000-0000-7000-8000-00000000f00d',
    data: {
      kod: 'NATTUGGLA',
      namn: 'Nattuggla',
      lagrum: 'LSS',
      ordning: 900,
      aktiv: true,
      utredningstyper: ['LSS Utredning'],
      bifall: {
        kod: 'LSS_NATTUGGLA_BIFALL',
        namn: 'LSS Nattuggla Bifall',
        insatskategori: 'Nattstöd LSS',
        timenhet: 'Vecka',
        nivaer: ['Ugglan', 'Falken'],
        personkrets: 'vidNyKund',
        utskrift: true,
      },
      avslag: { kod: 'LSS_NATTUGGLA_AVSLAG', namn: 'LSS Nattuggla Avslag', insatskategori: 'LSS Insatser' },
      bestallning: {
        insatskategori: 'Nattstöd hemma LSS',
        utanBeslut: true,
        utforare: [
          {
            utforareId: kommunal.utforareId,
            insatser: [
              { namn: 'Ugglevakt', niva: 'Ugglan' },
              { namn: 'Falkvakt', niva: 'Falken' },
            ],
          },
          { utforareId: privat.utforareId, insatser: [{ namn: 'Nattvakt' }] },
        ],
      },
      instrumentId: verksamhet.instrumentId,
    },
  };
}

export const katalogensInsatser = readJson<Post<Insats>[]>('catalogue/insatser.json');

/** Every way the catalogue offers: each insats refused, and granted with each nivå at each utförare, extern placering among them. */
export function fallen(insatser: Post<Insats>[]): Fall[] {
  return insatser.flatMap((insats) => {
    const { kod, bifall, avslag, avslagsInsatsId, bestallning } = insats.data;
    const grund = { insats, utfall: 'bifall' as const };
    const nekas = avslag !== undefined || avslagsInsatsId !== undefined;
    const avslaget: Fall[] = nekas ? [{ namn: `${kod} avslag`, insats, utfall: 'avslag' }] : [];
    if (!bestallning) return [{ namn: `${kod} bifall`, ...grund }, ...avslaget];
    const bifallen = (bifall.nivaer ?? [undefined]).flatMap((niva): Fall[] =>
      bestallning.utforare
        .filter((rad) => rad.insatser.some((en) => en.niva === undefined || en.niva === niva))
        .map((rad, index) => ({
          namn: `${kod} bifall${niva === undefined ? '' : ` nivå ${niva}`}, utförare ${index + 1}`,
          ...grund,
          utforareId: rad.utforareId,
          ...(niva === undefined ? {} : { niva }),
        })),
    );
    return [...bifallen, { namn: `${kod} bifall, extern placering`, ...grund, externPlacering: true }, ...avslaget];
  });
}
