import type { AttAvsluta } from '../../../shared/domain/arende/att-avsluta.ts';
import { etikettBeslut, etikettUtredning, etikettVerkstallighet } from '../../../shared/domain/etikett.ts';
import type { AktVy, KatalogVy } from '../../../shared/ipc/views.ts';
import { yymmdd } from '../../../shared/util/datum.ts';

/** What a part of the case is called, as the rubrikträd calls it. */
export function delNamn({ type, id }: Pick<AttAvsluta, 'type' | 'id'>, akt: AktVy, katalog: Pick<KatalogVy, 'utforare'>): string {
  const utforare = (utforareId: string) => katalog.utforare.find((one) => one.id === utforareId)?.data.namn ?? '';
  switch (type) {
    case 'utredning': {
      const post = akt.utredningar.find((one) => one.id === id);
      return post ? etikettUtredning(post.data) : '';
    }
    case 'beslut': {
      const post = akt.beslut.find((one) => one.id === id);
      return post ? etikettBeslut(post.data) : '';
    }
    case 'bestallning': {
      const post = akt.bestallningar.find((one) => one.id === id);
      return post ? `${post.data.insatser.join(', ')} ${yymmdd(post.data.bestalltDatum)} – ${utforare(post.data.utforareId)}` : '';
    }
    case 'verkstallighet': {
      const post = akt.verkstalligheter.find((one) => one.id === id);
      return post ? etikettVerkstallighet(post.data, utforare(post.data.utforareId)) : '';
    }
    default: {
      const post = akt.bevakningar.find((one) => one.id === id);
      return post ? `${post.data.datum} ${post.data.text}` : '';
    }
  }
}
