import type { Osynligt } from '../../shared/words/visare.ts';
import { forberedVisare, type OppenPdf } from './oppna-pdf.ts';
import { bilagorI, osynligtPa, saknarBild } from './osynligt.ts';
import { withSynligText } from './synlig-text.ts';

/** How large: fitted, or a factor where 1 is the paper's own size. */
export type Skala = 'page-width' | 'page-fit' | number;
export const isSkala = (varde: unknown): varde is Skala =>
  varde === 'page-width' || varde === 'page-fit' || (typeof varde === 'number' && varde >= minst && varde <= storst);
const minst = 0.1;
const storst = 10;

/** Where in the document the user was. */
export type Visningsplats = { sida: number; top: number; vridning: number };
export type Traffar = { nummer: number; antal: number; soker: boolean };

export type Horare = {
  onSida: (sida: number) => void;
  onSkala: (skala: Skala, faktor: number) => void;
  onTraffar: (traffar: Traffar) => void;
  /** A page could not be read to its end. */
  onSidfel: (sida: number) => void;
  /** A picture on a page could not be decoded: there is nothing where it should be. */
  onBildfel: (sida: number) => void;
  /** It has something that is not drawn. */
  onOsynligt: (vad: Osynligt[]) => void;
  /** A page has been drawn for so long that it will not be. */
  onStannad: () => void;
};

export type Visning = {
  visaSida: (sida: number) => void;
  satt: (skala: Skala) => void;
  zooma: (steg: 1 | -1) => void;
  vrid: (steg: 1 | -1) => void;
  /** An empty text ends the search. `riktning`: on to the next hit, or back to the one before. */
  sok: (text: string, riktning?: 1 | -1) => void;
  plats: () => Visningsplats;
  /** The room for it has changed. */
  anpassa: () => void;
  /** A thumbnail was drawn of a page: what it took of memory may go. */
  slapp: (sida: number) => void;
  end: () => void;
};

/** A page that has been drawn for so long will not be. */
const rittidMs = 60_000;
/** Pixels of one canvas; what is larger is drawn coarsely, and sharp where it is looked at. */
const dukPixlar = 2 ** 24;

/**
 * The pages of an open document in `behallare`, those near the screen drawn and the others released. Fitted as `skala` says, at the place
 * where it was when it was shown last.
 */
export function createVisning(
  { pdfjs, delar, pdf }: OppenPdf,
  { behallare, skala, plats, ...hor }: { behallare: HTMLDivElement; skala: Skala; plats: Visningsplats | undefined } & Horare,
): Visning {
  const slut = new AbortController();
  const buss = new delar.EventBus();
  const lankar = inreLankar(delar, buss);
  const sokare = new delar.PDFFindController({ eventBus: buss, linkService: lankar, updateMatchesCountOnProgress: true });
  const visare = new delar.PDFViewer({
    ...{ container: behallare, eventBus: buss, linkService: lankar, findController: sokare, abortSignal: slut.signal },
    ...{ annotationMode: pdfjs.AnnotationMode.ENABLE, annotationEditorMode: pdfjs.AnnotationEditorType.DISABLE },
    ...{ enableAutoLinking: false, maxCanvasPixels: dukPixlar, imageResourcesPath: 'pdfjs/images/' },
    l10n: utanOversattning as never,
  });
  lankar.setViewer(visare);

  const klockor = new Map<number, ReturnType<typeof setTimeout>>();
  const ritad = (sida: number) => {
    clearTimeout(klockor.get(sida));
    klockor.delete(sida);
  };
  const borjad = (sida: number) => {
    ritad(sida);
    klockor.set(
      sida,
      setTimeout(() => {
        klockor.delete(sida);
        // One that was scrolled past is told of no more; in a hidden window nothing is drawn.
        if (visare.getPageView(sida - 1)?.renderingState !== delar.RenderingStates.RUNNING) return;
        if (document.hidden) borjad(sida);
        else hor.onStannad();
      }, rittidMs),
    );
  };
  const berattaOm = (vad: Osynligt[]) => {
    if (vad.length > 0 && !slut.signal.aborted) hor.onOsynligt(vad);
  };
  const pageDiv = (sida: number): HTMLElement => visare.getPageView(sida - 1).div;
  const on = <T>(namn: string, hear: (om: T) => void) => buss.on(namn, hear as (om: object) => void, { signal: slut.signal });
  on('pagesinit', () => {
    for (let nummer = 1; nummer <= visare.pagesCount; nummer += 1) {
      pageDiv(nummer).setAttribute('aria-label', `Sida ${nummer} av ${visare.pagesCount}`);
    }
    visare.currentScaleValue = String(skala);
    behallare.scrollTop = 0;
    if (!plats) return;
    if (plats.vridning !== 0) visare.pagesRotation = plats.vridning;
    visare.currentPageNumber = Math.min(plats.sida, visare.pagesCount);
    behallare.scrollTop = plats.top;
  });
  on<{ pageNumber: number }>('pagechanging', ({ pageNumber }) => hor.onSida(pageNumber));
  on<{ scale: number; presetValue?: string }>('scalechanging', ({ scale, presetValue }) =>
    hor.onSkala(presetValue === 'page-width' || presetValue === 'page-fit' ? presetValue : scale, scale),
  );
  on<{ pageNumber: number }>('pagerender', ({ pageNumber }) => {
    pageDiv(pageNumber).setAttribute('aria-busy', 'true');
    borjad(pageNumber);
  });
  document.addEventListener(
    'visibilitychange',
    () => {
      for (const sida of [...klockor.keys()]) borjad(sida);
    },
    { signal: slut.signal },
  );
  on<{ pageNumber: number; error: { name?: string } | null }>('pagerendered', ({ pageNumber, error }) => {
    ritad(pageNumber);
    // The user looks at this one: the next need not wait for a thread.
    forberedVisare();
    pageDiv(pageNumber).setAttribute('aria-busy', 'false');
    if (error) {
      if (error.name !== 'RenderingCancelledException') hor.onSidfel(pageNumber);
      return;
    }
    const { pdfPage } = visare.getPageView(pageNumber - 1);
    if (saknarBild(pdfPage)) hor.onBildfel(pageNumber);
    if (pdfPage)
      void osynligtPa(pdfPage).then(berattaOm, () => {
        if (!slut.signal.aborted) hor.onBildfel(pageNumber);
      });
  });
  type Antal = { matchesCount: { current: number; total: number } };
  on<Antal>('updatefindmatchescount', ({ matchesCount }) =>
    hor.onTraffar({ nummer: matchesCount.current, antal: matchesCount.total, soker: true }),
  );
  on<Antal & { state: number }>('updatefindcontrolstate', ({ state, matchesCount }) => {
    // It begins: the count is of the search before.
    if (state === delar.FindState.PENDING) return;
    hor.onTraffar({ nummer: matchesCount.current, antal: matchesCount.total, soker: false });
  });

  const textSynlig = new WeakSet<object>();
  // A page that is not found stays white, and the viewer tells nobody.
  const hamta = pdf.getPage.bind(pdf);
  pdf.getPage = (sida) => {
    const page = hamta(sida).then(async (hamtad) => {
      if (!textSynlig.has(hamtad)) {
        textSynlig.add(hamtad);
        await withSynligText({ pdf, pdfjs }, hamtad);
      }
      return hamtad;
    });
    page.catch(() => {
      if (!slut.signal.aborted) hor.onSidfel(sida);
    });
    return page;
  };
  visare.setDocument(pdf);
  lankar.setDocument(pdf);
  void bilagorI(pdf).then(berattaOm);

  let sokt = '';
  return {
    visaSida(sida) {
      if (sida >= 1 && sida <= visare.pagesCount) visare.currentPageNumber = sida;
    },
    satt(varde) {
      visare.currentScaleValue = String(varde);
    },
    zooma: (steg) => visare.updateScale({ steps: steg }),
    vrid(steg) {
      visare.pagesRotation = (visare.pagesRotation + steg * 90 + 360) % 360;
    },
    sok(text, riktning) {
      if (text === '') {
        sokt = '';
        buss.dispatch('findbarclose', { source: visare });
        return;
      }
      const igen = text === sokt && riktning !== undefined;
      sokt = text;
      // å is not a, but å is å, written as one character or two: both sides are taken apart and all their parts compared.
      const hur = { caseSensitive: false, entireWord: false, highlightAll: true, matchDiacritics: true };
      buss.dispatch('find', { source: visare, type: igen ? 'again' : '', query: text, ...hur, findPrevious: riktning === -1 });
    },
    plats: () => ({ sida: visare.currentPageNumber, top: behallare.scrollTop, vridning: visare.pagesRotation }),
    anpassa() {
      const varde = visare.currentScaleValue;
      if (varde === 'page-width' || varde === 'page-fit') visare.currentScaleValue = varde;
      visare.update();
    },
    slapp: (sida) => buss.dispatch('thumbnailrendered', { pageNumber: sida, pdfPage: visare.getPageView(sida - 1)?.pdfPage }),
    end() {
      for (const klocka of klockor.values()) clearTimeout(klocka);
      visare.setDocument(null as never);
      lankar.setDocument(null);
      slut.abort();
    },
  };
}

/** Links within the document lead there; those out of it lead nowhere, and say so. */
function inreLankar(delar: OppenPdf['delar'], eventBus: InstanceType<OppenPdf['delar']['EventBus']>) {
  const lankar = new delar.PDFLinkService({ eventBus });
  lankar.addLinkAttributes = (lank: HTMLAnchorElement, url: string) => {
    lank.removeAttribute('href');
    lank.title = `Länken leder ut ur dokumentet och öppnas inte: ${url}`;
    lank.setAttribute('role', 'link');
    lank.setAttribute('aria-disabled', 'true');
  };
  return lankar;
}

/** Its own texts are English; those that are shown are set here. */
const utanOversattning = {
  getLanguage: () => 'sv',
  getDirection: () => 'ltr',
  get: () => Promise.resolve(''),
  translate: () => Promise.resolve(),
  translateOnce: () => Promise.resolve(),
  pause: () => undefined,
  resume: () => undefined,
  destroy: () => Promise.resolve(),
};
