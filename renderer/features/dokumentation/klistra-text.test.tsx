// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { plainText, type RichText } from '../../../shared/domain/text/text.ts';
import { iRutan, knapp, nod, prepare, ruta, show } from '../../testing/dokumentation.tsx';

prepare();

const paste = async (data: Record<string, string>) =>
  fireEvent.paste(await ruta(), { clipboardData: { types: Object.keys(data), getData: (type: string) => data[type] ?? '' } });

it('DOK-04 what a pasted text did not bring along is told until it is put away; its letters are composed', async () => {
  const { karna } = show();
  fireEvent.doubleClick(await nod(/^Bedömning/));
  await paste({ 'text/html': '<p>Behovet <del>inte </del>finns på A\u030Angströmsgatan <img src="x.png"></p>' });
  expect(await screen.findByText('Utelämnat: bilder, borttagen text.')).toBeTruthy();
  expect((await iRutan()).trim()).toBe('Behovet finns på Ångströmsgatan');
  fireEvent.click(
    within(screen.getByRole('group', { name: 'Allt följde inte med när du klistrade in.' })).getByRole('button', { name: 'Stäng' }),
  );
  await waitFor(() => expect(screen.queryByText(/^Utelämnat/)).toBeNull());
  fireEvent.click(knapp('Spara'));
  const saved = () => karna.list('anteckning').find(({ data }) => data.rubrikKod === 'BEDOMNING')?.data.text;
  await waitFor(() => expect(plainText(saved() as RichText).trim()).toBe('Behovet finns på Ångströmsgatan'));
});

it('DOK-04 a plain text says nothing of what it has not', async () => {
  show();
  fireEvent.doubleClick(await nod(/^Bedömning/));
  await paste({ 'text/plain': 'A\u030Asa ringde.' });
  await waitFor(async () => expect(await iRutan()).toBe('Åsa ringde.'));
  expect(screen.queryByText(/^Utelämnat/)).toBeNull();
});
