import { Button, makeStyles } from '@fluentui/react-components';
import { DocumentPdf20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { Aktualisering } from '../../../shared/domain/aktualisering/records.ts';
import { handlingarTill, harAnsokan } from '../../../shared/domain/dokument/eansokansdokument.ts';
import type { Dokument } from '../../../shared/domain/dokument/records.ts';
import type { AktPost, AktVy } from '../../../shared/ipc/views.ts';
import { compare } from '../../../shared/util/compare.ts';
import { swedishDay } from '../../../shared/util/datum.ts';
import { ordForAvslag } from '../../../shared/words/avslag.ts';
import { dokumentfelText } from '../../../shared/words/dokumentfel.ts';
import { ordForFel } from '../../../shared/words/fel.ts';
import type { Ord } from '../../../shared/words/ord.ts';
import { ErrorBar } from '../../components/ErrorBar.tsx';
import { showYta } from '../../state/arbetsyta.ts';
import { call, newId, runCommand } from '../../state/core.ts';
import { useMaySave } from '../../state/formularkommando.ts';

const useStyles = makeStyles({
  yta: { display: 'flex', flexDirection: 'column', gap: '4px' },
  rubrik: { margin: '4px 0 0', fontSize: '13px', fontWeight: 600 },
  lista: { display: 'flex', flexDirection: 'column', gap: '2px', margin: 0, padding: 0, listStyle: 'none' },
  rad: { display: 'flex' },
  knapp: { justifyContent: 'flex-start', minWidth: 0, textAlign: 'left', overflowWrap: 'anywhere' },
});

type Props = { personId: string; post: AktPost<Aktualisering>; akt: Pick<AktVy, 'handlingar'> };

/** Dokumentation at the bottom of an aktualisering (EANS-13, DOK-16): a click shows the document. */
export function Dokumentation({ personId, post, akt }: Props) {
  const css = useStyles();
  const [gor, setGor] = useState(false);
  const [fel, setFel] = useState<Ord>();
  const far = useMaySave('utskrift');
  const rader = handlingarTill(akt.handlingar, post).sort((a, b) => compare(b.data.skapad.at, a.data.skapad.at) || compare(a.id, b.id));
  const saknas = post.data.eansokan !== undefined && !harAnsokan(akt.handlingar, post.data);
  if (rader.length === 0 && !saknas) return null;
  const make = async () => {
    setGor(true);
    setFel(await makeAnsokan(personId, post.id));
    setGor(false);
  };
  return (
    <section className={css.yta} aria-label="Dokumentation">
      <h3 className={css.rubrik}>Dokumentation</h3>
      {fel && <ErrorBar {...fel} onClose={() => setFel(undefined)} />}
      <ul className={css.lista}>
        {rader.map(({ id, data }) => (
          <li key={id} className={css.rad}>
            <Button
              size="small"
              appearance="subtle"
              className={css.knapp}
              icon={<DocumentPdf20Regular />}
              onClick={() => showYta(personId, { slag: 'handling', id })}
            >
              {radtext(data)}
            </Button>
          </li>
        ))}
      </ul>
      {saknas && far && (
        <div>
          <Button size="small" icon={<DocumentPdf20Regular />} disabledFocusable={gor} onClick={() => void make()}>
            Skapa PDF av e-ansökan
          </Button>
        </div>
      )}
    </section>
  );
}

const radtext = ({ rubrik, skapad, felmarkerad }: Dokument): string =>
  [`${swedishDay(skapad.at)} ${rubrik}`, ...(felmarkerad ? ['felmarkerad'] : [])].join(' – ');

/** Makes the application a document of the akt, where it was connected without one. @returns why it could not be */
async function makeAnsokan(personId: string, aktualiseringId: string): Promise<Ord | undefined> {
  const svar = await call('dokument.granska', { slag: 'eansokan', personId, aktualiseringId });
  if (!svar.ok) return ordForFel(svar.error.code);
  if (!svar.value.ok) return { vad: 'Dokumentet kan inte färdigställas.', gor: svar.value.saknas.map(dokumentfelText).join(' ') };
  const { sha256, storlek, sidor, titel, mall, underlag } = svar.value;
  const utfall = await runCommand('dokument.arkivera', {
    ...{ personId, dokumentId: newId(), rubrik: titel, typ: svar.value.dokumenttyp ?? mall.namn, sha256, storlek, sidor, underlag },
    knytsTill: { type: 'aktualisering', id: aktualiseringId },
    mall: { id: mall.id, version: String(mall.version) },
  });
  if (utfall.ok) return undefined;
  return 'rejection' in utfall ? ordForAvslag(utfall.rejection.code) : ordForFel(utfall.fel.code);
}
