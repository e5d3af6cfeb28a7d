import type { CallName } from '../../shared/ipc/contract.ts';
import { aktService } from './akt.ts';
import { andratService } from './andrat.ts';
import { avgiftService } from './avgift.ts';
import { bevakningarService } from './bevakningar.ts';
import { bindareService } from './bindare.ts';
import { dokumentService } from './dokument.ts';
import { dokumentationService } from './dokumentation.ts';
import { dubblettService } from './dubbletter.ts';
import { eansokanService } from './eansokan.ts';
import { enhetService } from './enhet.ts';
import { etjanstService } from './etjanst.ts';
import { frastextService } from './frastext.ts';
import { fristerService } from './frister.ts';
import { fritextService } from './fritext.ts';
import { granskaService } from './granska.ts';
import { inkomstService } from './inkomster.ts';
import { installningService } from './installning.ts';
import { ivoService } from './ivo.ts';
import { ivoExport } from './ivo-export.ts';
import { createKatalog } from './katalog.ts';
import { katalogService } from './katalog-hamta.ts';
import { kommandoService } from './kommando.ts';
import { krismappService } from './krismapp.ts';
import { kundService } from './kund.ts';
import { kunderService } from './kunder.ts';
import { meddelandeService } from './meddelanden.ts';
import { minaService } from './mina.ts';
import { minaBestallningarService } from './mina-bestallningar.ts';
import { minaBevakningarService } from './mina-bevakningar.ts';
import { minaFranvaroService } from './mina-franvaro.ts';
import { moteService } from './moten.ts';
import { nattrapportService } from './nattrapporter.ts';
import { createOppnade } from './oppnade.ts';
import { createSedda } from './sedda.ts';
import type { AsyncHandlers, Handlers, ServicePorts } from './service.ts';
import { skanningService } from './skanning.ts';
import { skrivUtService } from './skriv-ut.ts';
import { sokService } from './sok.ts';
import { sokverktygService } from './sokverktyg.ts';
import { sokverktygExport } from './sokverktyg-export.ts';
import { sparaKopiaService } from './spara-kopia.ts';
import { statistikService } from './statistik.ts';
import { statistikExport } from './statistik-export.ts';
import { uppgiftService } from './uppgift.ts';
import { utkastService } from './utkast.ts';
import { utkorgService } from './utkorg.ts';
import { utskriftService } from './utskrift.ts';
import { vyService } from './vy.ts';
import { careful, withCare } from './with-care.ts';

/** The calls that need neither network nor session handling: everything but these groups. */
export type ServiceCall = Exclude<CallName, `session.${string}` | `status.${string}` | `synk.${string}` | `kir.${string}` | AsyncCall>;
type AsyncCall =
  | 'mote.kalender'
  | ('dokument.granska' | 'dokument.las' | 'dokument.skrivUt' | 'skrivare.lista' | 'kris.skapa' | 'dokument.sparaKopia')
  | ('sokverktyg.kor' | 'sokverktyg.exportera' | 'fritext.sok' | 'ivo.exportera' | 'statistik.rakna' | 'statistik.exportera')
  | ('eansokan.handling' | 'meddelande.handling' | 'etjanst.valkomst')
  | ('bindare.fil' | 'bindare.prova' | 'bindare.bind')
  | ('skanning.mapp' | 'skanning.visa' | 'skanning.fil' | 'skanning.taBort');

/** They hand whole documents to the page, and few at a time. */
const handingOut = ['kund.oppna', 'kund.hamta', 'kund.akt', 'katalog.hamta', 'dokumentation.noter'] as const;

/** All services of one signed-in user, over that user's replica. */
export function createServices(ports: ServicePorts): Handlers<ServiceCall> & AsyncHandlers<AsyncCall> {
  const katalog = createKatalog(ports.replica);
  const oppnade = createOppnade(ports);
  const sedda = createSedda(ports);
  const all = {
    ...katalogService(ports),
    ...kundService(ports, katalog, oppnade, sedda),
    ...aktService(ports, oppnade),
    ...dokumentationService(ports, katalog, oppnade),
  };
  const vyer = careful(all, ports.replica, handingOut);
  const handlers: Handlers<ServiceCall> & AsyncHandlers<AsyncCall> = {
    ...vyer,
    ...vyService(vyer, ports),
    ...sokService(ports),
    ...nattrapportService(ports),
    ...inkomstService(ports, oppnade),
    ...avgiftService(ports, katalog),
    ...fritextService(ports, katalog, oppnade),
    ...kunderService(ports),
    ...sokverktygService(ports, katalog),
    ...sokverktygExport(ports, katalog),
    ...dubblettService(ports),
    ...minaService(ports, katalog, sedda),
    ...andratService(ports, oppnade, sedda),
    ...minaBestallningarService(ports, katalog),
    ...minaFranvaroService(ports, katalog),
    ...minaBevakningarService(ports, katalog),
    ...eansokanService(ports),
    ...meddelandeService(ports),
    ...etjanstService(ports, oppnade),
    ...ivoService(ports, katalog),
    ...enhetService(ports, katalog),
    ...ivoExport(ports, katalog),
    ...statistikService(ports, katalog),
    ...statistikExport(ports, katalog),
    ...moteService(ports, oppnade),
    ...fristerService(ports, katalog, oppnade),
    ...bevakningarService(ports, katalog, oppnade),
    ...frastextService(katalog),
    ...dokumentService(ports, oppnade),
    ...uppgiftService(ports, katalog, oppnade),
    ...kommandoService(ports),
    ...utkastService(ports, katalog),
    ...utkorgService(ports, katalog),
    ...installningService(ports),
    ...utskriftService(ports, oppnade),
    ...skrivUtService(ports, oppnade),
    ...granskaService(ports, katalog, oppnade),
    ...bindareService(ports, oppnade),
    ...krismappService(ports),
    ...sparaKopiaService(ports, oppnade),
    ...skanningService(ports, oppnade),
  };
  return withCare(handlers, ports.replica, katalog);
}
