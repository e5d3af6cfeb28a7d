import type { Beslut } from '../../../shared/domain/beslut/records.ts';
import { protokollKod, skickas, utskicksvag, vantarPaProtokoll } from '../../../shared/domain/beslut/utskick.ts';
import { aktiveringsbesked } from '../../../shared/words/etjanst.ts';
import { utskicksvagOrd } from '../../../shared/words/utskick.ts';
import { useQuery } from '../../state/query.ts';
import type { Underlag } from './beslutsutkast.ts';

/** How a beslut reaches the kund, and what it waits for (FORB-59, FORB-75): label and value. */
export function useUtskick(
  { akt, fakta, katalog }: Underlag,
  { id, data }: { id: string; data: Pick<Beslut, 'beslutsfattare' | 'felmarkerad'> & Partial<Beslut> },
): (readonly [string, string])[] {
  const { personId } = akt;
  const { data: kund } = useQuery('kund.hamta', { personId }, [`akt:${personId}`]);
  if (!kund || data.felmarkerad) return [];
  const etjanst = kund.etjanst?.data;
  const skickasInte = data.utfall !== undefined && !skickas(fakta.insatser, data as Beslut);
  const typer = katalog.vardelistor.dokumenttyp.flatMap(({ namn, kod }) => (kod === protokollKod ? [namn] : []));
  return [
    ['E-tjänst', etjanst && etjanst.lage !== 'avslutad' ? aktiveringsbesked(etjanst, new Date().toISOString()) : 'Ej aktiv'],
    ['Når kunden', skickasInte ? 'Skickas inte' : utskicksvagOrd[utskicksvag(kund.person, etjanst)]],
    ...(vantarPaProtokoll({ id, data }, akt.handlingar, typer)
      ? [
          [
            'Väntar på protokoll',
            `Infoga det signerade protokollet på beslutet${typer[0] === undefined ? '' : ` som ${typer[0]}`}. Det ska följa med beslutet.`,
          ] as const,
        ]
      : []),
  ];
}
