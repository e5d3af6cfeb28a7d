import type { RecordData, RecordType } from '../../shared/domain/records.ts';
import type { AktVy, KatalogVy } from '../../shared/ipc/views.ts';
import type { Namn } from '../../shared/words/faltrader.ts';
import { kodnamn } from '../../shared/words/kodnamn.ts';
import { postNamn } from '../../shared/words/postnamn.ts';

/** What the ids in an akt stand for, by the names the akt and the catalogue have today. */
export function namnuppslag(akt: AktVy | undefined, katalog: KatalogVy | undefined): Namn {
  const namn = new Map<string, string>();
  const utforare = new Map(katalog?.utforare.map(({ id, data }) => [id, data.namn]));
  for (const lista of [katalog?.insatser, katalog?.utforare, katalog?.organisationer, katalog?.instrument]) {
    for (const { id, data } of lista ?? []) namn.set(id, data.namn);
  }
  for (const { id, namn: vem } of katalog?.handlaggare ?? []) namn.set(id, vem);
  if (akt) {
    const set = <T extends RecordType>(type: T, poster: readonly { id: string; data: RecordData<T> }[]) => {
      for (const { id, data } of poster) {
        const text = postNamn(type, data, (utforareId) => utforare.get(utforareId) ?? 'okänd utförare');
        if (text !== undefined) namn.set(id, text);
      }
    };
    set('aktualisering', akt.aktualiseringar);
    set('utredning', akt.utredningar);
    set('beslut', akt.beslut);
    set('bestallning', akt.bestallningar);
    set('verkstallighet', akt.verkstalligheter);
    set('bedomning', akt.bedomningar);
    set('bevakning', akt.bevakningar);
    set('hushallsmedlem', akt.hushall);
  }
  const koder = { enheter: katalog?.vardelistor.enhet, instrument: katalog?.instrument.map(({ data }) => data) };
  return (value, falt) => namn.get(value) ?? (falt === undefined || falt === 'rubrikKod' ? undefined : kodnamn(koder, falt, value));
}
