import { useCallback, useEffect, useRef } from 'react';
import { skrivhinder } from '../../../shared/domain/behorighet.ts';
import { type Brevslag, iSammaBrev } from '../../../shared/domain/beslut/samma-brev.ts';
import { saknadeBrev } from '../../../shared/domain/beslut/utskick.ts';
import { enhetOf } from '../../../shared/domain/enhet.ts';
import { aktScope } from '../../../shared/domain/scope.ts';
import { ordForAvslag } from '../../../shared/words/avslag.ts';
import { dokumentfelText } from '../../../shared/words/dokumentfel.ts';
import { ordForFel } from '../../../shared/words/fel.ts';
import { type Aktdata, useAktdata } from '../../state/akt.ts';
import { setBrevhinder } from '../../state/beslutsbrev.ts';
import { call, onCoreEvent, runCommand } from '../../state/core.ts';
import { touches } from '../../state/query.ts';

/**
 * Makes the letters of what is to go to the e-service by itself (AUTO-01), or by digital post, on the computer of whoever has the akt open and may: who saved it at once,
 * or anyone who opens it the next time, where the program was closed between or something had to be signed first. Two at once make one. Shows nothing:
 * the beslut says what it waits for.
 */
export function Beslutsbrev({ personId }: { personId: string }): null {
  const { data } = useAktdata(personId);
  const senast = useRef<Aktdata>(undefined);
  senast.current = data;
  /** What has been filed from here: the akt that is shown may not hold it yet. */
  const gjorda = useRef(new Set<string>());
  /** One run at a time: what comes during one makes one more after it. */
  const run = useRef<'igen' | 'gor'>(undefined);
  const make = useCallback(async () => {
    if (run.current) {
      run.current = 'igen';
      return;
    }
    do {
      run.current = 'gor';
      await makeAll(() => senast.current, gjorda.current);
    } while ((run.current as string) === 'igen');
    run.current = undefined;
  }, []);
  const { akt, katalog } = data ?? {};
  useEffect(() => {
    if (akt && katalog) void make();
  }, [akt, katalog, make]);
  // The reasons may have been signed, which changes nothing of what the akt shows.
  useEffect(
    () =>
      onCoreEvent((event) => {
        if (touches(event, [aktScope(personId)])) void make();
      }),
    [personId, make],
  );
  return null;
}

/** One after the other, each by the akt as it then is. @param gjorda those that are filed, which this adds to */
async function makeAll(aktdata: () => Aktdata | undefined, gjorda: Set<string>): Promise<void> {
  const forsokta = new Set(gjorda);
  for (let nasta = nastaBrev(aktdata(), forsokta); nasta; nasta = nastaBrev(aktdata(), forsokta)) {
    forsokta.add(nasta.nyckel);
    const hinder = await makeBrev(nasta);
    if (hinder === undefined) gjorda.add(nasta.nyckel);
    setBrevhinder(nasta.beslutId, hinder);
  }
}

/** `nyckel`: which letter of which revisions. */
type Brev = { personId: string; beslutId: string; dokumentId: string; slag: Brevslag; nyckel: string };

function nastaBrev(data: Aktdata | undefined, forsokta: ReadonlySet<string>): Brev | undefined {
  if (!data) return undefined;
  const { akt, katalog } = data;
  const { roller, enheter } = katalog.egen;
  if (akt.person.data.skydd !== 'ingen' || skrivhinder(undefined, { roller })) return undefined;
  const fraga = { beslut: akt.beslut, person: akt.person.data, handlingar: akt.handlingar, insatser: katalog.insatser };
  for (const ett of akt.beslut) {
    const enhet = enhetOf('beslut', ett.data, akt.person.data);
    if (enhet !== undefined && !enheter.includes(enhet)) continue;
    // Those of one letter are made once.
    const alla = iSammaBrev(akt.beslut, ett);
    const nyckel = (...brev: string[]) => [...brev, ...alla.map((one) => `${one.id} ${one.data.rev ?? ''}`)].join(' ');
    const brev = saknadeBrev(fraga, ett).find(({ slag, dokumentId }) => !forsokta.has(nyckel(slag, dokumentId)));
    if (brev) return { ...brev, personId: akt.personId, beslutId: (alla[0] ?? ett).id, nyckel: nyckel(brev.slag, brev.dokumentId) };
  }
  return undefined;
}

/** Makes one and files it with its beslut. @returns why it could not be */
async function makeBrev({ personId, beslutId, dokumentId, slag }: Brev): Promise<string | undefined> {
  const val = slag === 'beslut' ? ({ slag } as const) : ({ slag, utanNamn: false } as const);
  const svar = await call('dokument.granska', { ...val, personId, beslutId });
  if (!svar.ok) return ordForFel(svar.error.code).vad;
  if (!svar.value.ok) return svar.value.saknas.map(dokumentfelText).join(' ');
  const { sha256, storlek, sidor, titel, mall, underlag, dokumenttyp } = svar.value;
  const utfall = await runCommand('dokument.arkivera', {
    ...{ personId, dokumentId, rubrik: titel, typ: dokumenttyp ?? mall.namn, sha256, storlek, sidor, underlag },
    knytsTill: { type: 'beslut', id: beslutId },
    mall: { id: mall.id, version: String(mall.version) },
  });
  if (utfall.ok) return undefined;
  return ('rejection' in utfall ? ordForAvslag(utfall.rejection.code) : ordForFel(utfall.fel.code)).vad;
}
