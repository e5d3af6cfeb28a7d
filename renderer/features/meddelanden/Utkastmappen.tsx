import { Button, makeStyles } from '@fluentui/react-components';
import { Delete20Regular, Edit20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import { readKey } from '../../../shared/ipc/utkastnyckel.ts';
import type { Utkast } from '../../../shared/ipc/views.ts';
import { compareSwedish } from '../../../shared/util/compare.ts';
import { kortad } from '../../../shared/util/kortad.ts';
import { ordForFel } from '../../../shared/words/fel.ts';
import type { Ord } from '../../../shared/words/ord.ts';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { DataTable, type Kolumn } from '../../components/DataTable.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorBar } from '../../components/ErrorBar.tsx';
import { nar } from '../../components/tid.ts';
import { useNow } from '../../components/useNow.ts';
import { call } from '../../state/core.ts';
import { skrivVidare, useBrevvy } from '../../state/meddelanden.ts';
import { fetchUtkast, useUtkast } from '../../state/utkastlista.ts';
import { skrivformular, visat } from './skrivformular.ts';

const useStyles = makeStyles({
  verktyg: { display: 'flex', flexWrap: 'wrap', gap: '4px', padding: '4px 8px', borderBottom: '1px solid var(--akHair)' },
  brev: { display: 'flex', flexDirection: 'column', gap: '8px', padding: '12px 16px', overflowY: 'auto' },
  rubrik: { margin: 0, fontSize: '16px', lineHeight: '22px', fontWeight: 600, overflowWrap: 'anywhere' },
  rad: { margin: 0, overflowWrap: 'anywhere' },
  text: { margin: 0, fontSize: '14px', lineHeight: '21px', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', maxWidth: '72ch' },
});

export type Brevutkast = {
  gruppId: string;
  nyckel: string;
  sparad: string;
  /** As it may be shown: nothing of who is protected, or is no kund of the user's any more. */
  till: string;
  amne: string;
  text: string;
};

/** The user's messages that are begun and not sent, as they may be shown in a list. */
export const useBrevutkast = (): Brevutkast[] => useUtkast().flatMap(brevutkast);

export function brevutkast({ nyckel, data, sparad, dolt }: Utkast): Brevutkast[] {
  const key = readKey(nyckel);
  if (key?.form !== 'meddelande') return [];
  const gemensamt = { gruppId: key.objekt, nyckel, sparad };
  if (dolt) return [{ ...gemensamt, till: 'Visas inte här', amne: 'Utkast', text: '' }];
  const varden = skrivformular.partial().safeParse(data).data ?? {};
  const till = (varden.mottagare ?? []).map(visat).join('; ');
  return [{ ...gemensamt, till: till || 'Ingen mottagare', amne: varden.amne?.trim() || 'Inget ämne', text: varden.text ?? '' }];
}

const kolumner = (now: Date): Kolumn<Brevutkast>[] => [
  {
    ...{ id: 'till', namn: 'Till', bredd: 'minmax(130px, 1.4fr)' },
    hel: true,
    draw: ({ till }) => till,
    compare: (a, b) => compareSwedish(a.till, b.till),
  },
  {
    ...{ id: 'amne', namn: 'Ämne', bredd: 'minmax(100px, 1.2fr)' },
    draw: ({ amne }) => amne,
    compare: (a, b) => compareSwedish(a.amne, b.amne),
    tip: ({ amne, text }) => [amne, kortad(text.replaceAll(/\s+/g, ' '), 120)].filter(Boolean).join('\n'),
  },
  {
    ...{ id: 'tid', namn: 'Sparat', bredd: '104px' },
    draw: ({ sparad }) => nar(sparad, now),
    compare: (a, b) => a.sparad.localeCompare(b.sparad),
  },
];

/** Utkast: messages that are begun, to go on with or throw away. They lie on this computer alone. */
export function Utkastmappen({ utkast, lista, las }: { utkast: Brevutkast[]; lista: string; las: string }) {
  const css = useStyles();
  const now = useNow(60_000);
  const { vald } = useBrevvy();
  const [kastar, setKastar] = useState(false);
  const [fel, setFel] = useState<Ord>();
  const valt = utkast.find(({ nyckel }) => nyckel === vald);
  const kasta = async () => {
    setKastar(false);
    if (!valt) return;
    const svar = await call('utkast.kasta', { nyckel: valt.nyckel });
    setFel(svar.ok ? undefined : ordForFel(svar.error.code));
    await fetchUtkast();
  };
  return (
    <>
      <div className={lista}>
        {fel && <ErrorBar {...fel} onClose={() => setFel(undefined)} />}
        {utkast.length === 0 && <EmptyState text="Inga påbörjade meddelanden på den här datorn." />}
        {utkast.length > 0 && (
          <DataTable
            etikett="Utkast"
            kolumner={kolumner(now)}
            rader={utkast}
            radId={({ nyckel }) => nyckel}
            vald={vald}
            onVald={(id) => useBrevvy.setState({ vald: id })}
            onOpen={({ gruppId }) => skrivVidare(gruppId)}
            forvaldSortering={{ kolumn: 'tid', stigande: false }}
            fokus
          />
        )}
      </div>
      <div className={las}>
        {valt ? (
          <section aria-label={valt.amne}>
            <div className={css.verktyg}>
              <Button size="small" appearance="primary" icon={<Edit20Regular />} onClick={() => skrivVidare(valt.gruppId)}>
                Fortsätt skriva
              </Button>
              <Button size="small" icon={<Delete20Regular />} onClick={() => setKastar(true)}>
                Kasta utkastet…
              </Button>
            </div>
            <div className={css.brev}>
              <h2 className={css.rubrik}>{valt.amne}</h2>
              <p className={css.rad}>{`Till: ${valt.till}`}</p>
              {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long text is scrolled by the keyboard. */}
              <p className={css.text} tabIndex={0}>
                {valt.text}
              </p>
            </div>
          </section>
        ) : (
          <EmptyState text={utkast.length === 0 ? '' : 'Välj ett utkast i listan.'} />
        )}
      </div>
      <ConfirmDialog
        oppen={kastar && valt !== undefined}
        rubrik="Kasta utkastet?"
        bekrafta="Kasta utkastet"
        onConfirm={() => void kasta()}
        onCancel={() => setKastar(false)}
      >
        <p>{[valt?.till, valt?.amne].filter(Boolean).join(', ')}.</p>
        <p>Texten finns bara här. Den kan inte hämtas tillbaka.</p>
      </ConfirmDialog>
    </>
  );
}
