import { Button, Tab, TabList } from '@fluentui/react-components';
import { CheckmarkCircle16Filled, Send20Regular } from '@fluentui/react-icons';
import { type ReactNode, useRef, useState } from 'react';
import { bestallningshinder } from '../../../shared/domain/bestallning/hinder.ts';
import { nastaBifall } from '../../../shared/domain/bestallning/nasta-bifall.ts';
import { ordForAvslag } from '../../../shared/words/avslag.ts';
import { Chip } from '../../components/Chip.tsx';
import { Formularfot } from '../../components/formular/Formularfot.tsx';
import { Formularmeddelanden } from '../../components/formular/Formularmeddelanden.tsx';
import { Formularyta } from '../../components/formular/Formularyta.tsx';
import { Kontrollknapp, Kontrollpanel, type Kontrollrad } from '../../components/formular/Kontrollpanel.tsx';
import { Textfalt } from '../../components/formular/Textfalt.tsx';
import { UtkastLases } from '../../components/formular/UtkastLases.tsx';
import { showYta } from '../../state/arbetsyta.ts';
import { useStatus } from '../../state/status.ts';
import { type Formular, useFormular } from '../../state/useFormular.ts';
import { Bestallningstext } from './Bestallningstext.tsx';
import { Orderfalt } from './Orderfalt.tsx';
import {
  type BeslutPost,
  type Bifall,
  nyOrder,
  type Order,
  type Orderunderlag,
  type Ordervarden,
  orderAv,
  orderfalt,
  orderfel,
  ordervarden,
  skickaKommando,
} from './order.ts';

type Props = { underlag: Orderunderlag; bifall: readonly BeslutPost[]; lista: ReactNode };
type Del = 'bestallning' | 'text';

/** A beställning that is filled in; saving sends it, and says so (BEST-GEN-07, FORB-32). */
export function Orderformular({ underlag, bifall, lista }: Props) {
  const { akt, katalog, beslut, idag } = underlag;
  const [del, setDel] = useState<Del>('bestallning');
  const nasta = useRef(false);
  const ansluten = useStatus(({ status }) => status?.ansluten === true);
  const show = (one: Bifall, bestallningId?: string) =>
    showYta(akt.personId, {
      slag: 'utredning',
      id: one.data.utredningId,
      flik: 'bestallning',
      beslutId: one.id,
      ...(bestallningId === undefined ? {} : { bestallningId }),
    });
  /** The bifall to go on with when this order, and the months sent with it, are sent. */
  const nastaEfter = (med: readonly Bifall[]) =>
    nastaBifall(
      {
        insatser: katalog.insatser,
        beslut: akt.beslut.filter(({ id }) => !med.some((one) => one.id === id)),
        bestallningar: akt.bestallningar,
      },
      idag,
      beslut,
    );
  const form = useFormular<Ordervarden>({
    nyckel: { form: 'bestallning', personId: akt.personId, objekt: beslut.id },
    personId: akt.personId,
    titel: 'Beställning',
    start: () => nyOrder(underlag),
    schema: ordervarden,
    kontroll: (varden) => orderfel(underlag, varden),
    command: (varden) => skickaKommando(underlag, varden),
    faltAv: orderfalt,
    showFalt: (falt) => setDel(falt.startsWith('bestallningstext') || falt.startsWith('bifogaId') ? 'text' : 'bestallning'),
    onSaved: (varden) => {
      const next = nasta.current ? nastaEfter(orderAv(underlag, varden).med) : undefined;
      if (next) show(next);
      else show(beslut, varden.bestallningId);
    },
  });
  if (form.laddar) return <UtkastLases diskfel={form.diskfel} antal={10} />;
  const save = (ochNasta: boolean) => {
    nasta.current = ochNasta;
    void form.save();
  };
  const order = orderAv(underlag, form.varden);
  const efter = nastaEfter(order.med);
  const hinder = bestallningshinder(beslut, katalog.insatser, akt.bestallningar);
  const rader = kontrollrader(form, order, ansluten);
  return (
    <Formularyta
      etikett="Beställning"
      etikettbredd={176}
      lage={form}
      onSave={() => save(false)}
      topp={
        <>
          {lista}
          <TabList
            size="small"
            aria-label="Beställning"
            selectedValue={del}
            onTabSelect={(_, { value }) => setDel(value === 'text' ? 'text' : 'bestallning')}
          >
            <Tab value="bestallning">Beställning</Tab>
            <Tab value="text">Beställningstext</Tab>
          </TabList>
          <Formularmeddelanden
            avslag={form.avslag ?? (hinder && ordForAvslag(hinder))}
            diskfel={form.diskfel}
            onTryAgain={() => void form.flush()}
          />
        </>
      }
      panel={<Kontrollpanel rader={rader} />}
      fot={
        <Formularfot
          arUtkast={form.arUtkast}
          sparar={form.sparar}
          primar={`Spara och skicka till ${order.val?.namn ?? 'utföraren'}`}
          primarikon={<Send20Regular />}
          onPrimar={() => save(false)}
          onUndo={form.undo}
          onRedo={form.redo}
          mellan={
            <>
              <Button size="small" onClick={() => void form.saveUtkast()}>
                Spara utkast
              </Button>
              {efter && (
                <Button size="small" onClick={() => save(true)}>
                  Spara och nästa bifall
                </Button>
              )}
            </>
          }
        >
          {order.avvikelser.length === 0 && (
            <Chip ton="gron" ikon={<CheckmarkCircle16Filled aria-hidden />}>
              {order.omfattning ? 'Datum och timmar stämmer med beslutet' : 'Datum stämmer med beslutet'}
            </Chip>
          )}
          {!ansluten && <span>Skickas när du är ansluten</span>}
          <Kontrollknapp rader={rader} />
        </Formularfot>
      }
    >
      {del === 'bestallning' ? (
        <>
          <Orderfalt
            underlag={underlag}
            order={order}
            varden={form.varden}
            bifall={bifall}
            onBeslut={(id) => changeTo(bifall, id, show)}
            change={form.change}
          />
          {order.samtidiga.length > 0 && (
            <Textfalt
              falt="samtidigSkal"
              etikett="Skäl till två beställningar"
              krav
              langst={500}
              tips={`Samma insats är redan beställd: ${order.samtidiga.map(({ data }) => `${data.gallerFran} – ${data.gallerTom ?? 'tills vidare'}`).join(', ')}. Skriv varför båda ska gälla, eller ändra datumen.`}
              varde={form.varden.samtidigSkal ?? ''}
              onVarde={(samtidigSkal) => form.change({ samtidigSkal })}
            />
          )}
        </>
      ) : (
        <Bestallningstext underlag={underlag} varden={form.varden} change={form.change} />
      )}
    </Formularyta>
  );
}

function changeTo(bifall: readonly BeslutPost[], id: string, show: (beslut: BeslutPost) => void): void {
  const beslut = bifall.find((one) => one.id === id);
  if (beslut) show(beslut);
}

function kontrollrader(form: Formular<Ordervarden>, order: Order, ansluten: boolean): Kontrollrad[] {
  return [
    ...form.fel.map(({ falt, text }) => ({ status: 'fel' as const, rubrik: text, falt })),
    ...(order.avvikelser.length === 0
      ? [{ status: 'ok' as const, rubrik: 'Stämmer med beslutet' }]
      : [{ status: 'varning' as const, rubrik: 'Skiljer sig från beslutet', falt: 'avvikelser' }]),
    ...(order.verkstallighet?.slag === 'finns' ? [{ status: 'ok' as const, rubrik: 'Verkställigheten är öppen' }] : []),
    ...(order.val?.egenBekraftelse
      ? [{ status: 'info' as const, rubrik: 'Du bekräftar själv', text: 'En bevakning läggs på startdagen.' }]
      : []),
    {
      status: 'info',
      rubrik: `${order.med.length === 0 ? 'Skickas' : `${order.med.length + 1} beställningar skickas`} till ${order.val?.namn ?? 'utföraren'}`,
      text: ansluten ? 'Så snart du sparar.' : 'Skickas när du är ansluten.',
    },
  ];
}
