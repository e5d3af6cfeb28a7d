import { digitalPostlage } from '../../../shared/domain/beslut/digital-post.ts';
import type { Beslut } from '../../../shared/domain/beslut/records.ts';
import { iSammaBrev } from '../../../shared/domain/beslut/samma-brev.ts';
import {
  isForeUtredningen,
  protokollKod,
  skickas,
  type Utskicksfraga,
  utskickslage,
  utskicksvag,
  vantarPaProtokoll,
} from '../../../shared/domain/beslut/utskick.ts';
import { svenskTid } from '../../../shared/util/datum.ts';
import { aktiveringsbesked } from '../../../shared/words/etjanst.ts';
import { digitalPostOrd, registersvarOrd, utskickOrd, utskicksvagOrd } from '../../../shared/words/utskick.ts';
import { useBrevhinder } from '../../state/beslutsbrev.ts';
import { useQuery } from '../../state/query.ts';
import type { Underlag } from './beslutsutkast.ts';

/** How a beslut reaches the kund, and what it waits for (FORB-59, FORB-75): label and value. */
export function useUtskick(
  { akt, fakta, katalog, idag }: Underlag,
  { id, data }: { id: string; data: Pick<Beslut, 'beslutsfattare' | 'felmarkerad'> & Partial<Beslut> },
): (readonly [string, string])[] {
  const { personId } = akt;
  const { data: kund } = useQuery('kund.hamta', { personId }, [`akt:${personId}`]);
  const { utskick, utredningId } = data;
  const harNot = utskick?.anteckningId !== undefined && !utskick.skickat && utredningId !== undefined;
  const dokumentation = { slag: 'utredning' as const, id: utredningId ?? '' };
  const { data: noter } = useQuery('dokumentation.hamta', harNot ? { personId, dokumentation } : null, [`akt:${personId}`]);
  const hinder = useBrevhinder((state) => state.hinder);
  if (!kund || data.felmarkerad) return [];
  const etjanst = kund.etjanst?.data;
  const sparat = data.utfall !== undefined ? { id, data: data as Beslut } : undefined;
  const typer = katalog.vardelistor.dokumenttyp.flatMap(({ namn, kod }) => (kod === protokollKod ? [namn] : []));
  const vag = utskicksvag(kund.person, etjanst, idag);
  const nar = () => {
    if (!sparat) return utskicksvagOrd[vag];
    if (!skickas(fakta.insatser, sparat.data)) return 'Skickas inte';
    const fraga: Utskicksfraga = {
      ...{ beslut: akt.beslut, person: kund.person, etjanst, handlingar: akt.handlingar, insatser: fakta.insatser, dag: idag },
      anteckning(one, hor) {
        const utredning = akt.utredningar.find((found) => found.id === hor);
        const not = noter?.anteckningar.find((found) => found.id === one);
        return !!utredning && !!not && not.signerad && !not.felmarkerad && !isForeUtredningen(not, utredning.data);
      },
      protokolltyper: typer,
    };
    const lage = utskickslage(fraga, sparat);
    const [forsta = sparat] = iSammaBrev(akt.beslut, sparat);
    const digitalt = digitalPostOrd(sparat.data, digitalPostlage({ ...fraga, person: kund.person }, sparat), vag, hinder[forsta.id]);
    return digitalt ?? utskickOrd(sparat.data, lage, vag, hinder[forsta.id]);
  };
  const andrat = data.andrat;
  const svaret = registersvarOrd(data);
  const brevets = sparat ? iSammaBrev(akt.beslut, sparat) : [{ id, data }];
  return [
    ['E-tjänst', etjanst && etjanst.lage !== 'avslutad' ? aktiveringsbesked(etjanst, new Date().toISOString()) : 'Ej aktiv'],
    ['Når kunden', nar()],
    ...(svaret === undefined ? [] : [['Registret över brevlådor', svaret] as const]),
    ...(vantarPaProtokoll(brevets, akt.handlingar, typer)
      ? [
          [
            'Väntar på protokoll',
            `Infoga det signerade protokollet på beslutet${typer[0] === undefined ? '' : ` som ${typer[0]}`}.${andrat === undefined ? '' : ` Ett från före ändringen ${svenskTid(andrat)} gäller inte.`} Det ska följa med beslutet.`,
          ] as const,
        ]
      : []),
  ];
}
