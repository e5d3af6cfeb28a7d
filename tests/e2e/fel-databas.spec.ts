import { copyFile, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import Database from 'better-sqlite3';
import { openDatabase } from '../../main/db/open-database.ts';
import type { Client } from './fixtures/client.ts';
import { allSent, atUtredning, linnea, offline, openKund, openToWrite, pane, save, signIn, write, writeNote } from './fixtures/steps.ts';
import { expect, test } from './fixtures/test.ts';

/** A replica that cannot be opened, or is damaged (ARCHITECTURE 7): what the user is told, and that nothing is lost. */
const user = 'Sara Nyström';

/** Works without a server: one saved and unsent note, one draft. The program is then killed. */
async function leaveUnsentWork(client: Client): Promise<void> {
  const page = await atUtredning(client, user);
  await client.network.cut();
  await offline(page); // what tells of it has taken its place: nothing moves under the pointer any more
  await writeNote(page, 'Sparad men inte skickad.');
  await save(page);
  await pane(page).getByRole('button', { name: 'Stäng', exact: true }).click();
  await openToWrite(page, /^Bedömning/);
  await write(page, 'Ett halvt utkast');
  await client.kill();
}

/** The user's replica and its key, with the log of the killed program moved in. */
async function replicaOf({ dataDir }: Client): Promise<{ file: string; keyFile: string; key: Buffer }> {
  const names = await readdir(dataDir, { recursive: true });
  const find = (pattern: RegExp) => join(dataDir, names.find((name) => pattern.test(name)) ?? 'none');
  const [file, keyFile] = [find(/replica-[^/\\]*\.db$/), find(/replica-[^/\\]*\.key$/)];
  const key = await readFile(keyFile);
  openDatabase(file, key).close();
  return { file, keyFile, key };
}

const tryToSignIn = (page: Page) => page.getByRole('option', { name: user }).dblclick();

test('ARCHITECTURE 7 a database that is not ours to open is told as what it is, and not a byte of it changes', async ({ client }) => {
  await leaveUnsentWork(client);
  const { file, keyFile, key } = await replicaOf(client);
  const whole = await readFile(file);

  const cases: { spoil: () => Promise<unknown>; vad: string; gor: string }[] = [
    {
      spoil: () => writeFile(keyFile, Buffer.alloc(32, 7)),
      vad: 'Databasen kan inte låsas upp med den här datorns nyckel.',
      gor: 'Kontakta systemförvaltaren. Inget har raderats.',
    },
    {
      spoil: () => writeFile(keyFile, 'ingen nyckel'),
      vad: 'Databasen kan inte låsas upp med den här datorns nyckel.',
      gor: 'Kontakta systemförvaltaren. Inget har raderats.',
    },
    {
      async spoil() {
        const db = openDatabase(file, key);
        db.pragma('user_version = 999');
        db.close();
      },
      vad: 'Databasen har skrivits av en nyare version av programmet.',
      gor: 'Uppdatera programmet. Inget har raderats.',
    },
    {
      async spoil() {
        await rm(file);
        const plain = new Database(file);
        plain.exec('CREATE TABLE record (id)');
        plain.close();
      },
      vad: 'Databasen är inte krypterad och öppnas därför inte.',
      gor: 'Kontakta systemförvaltaren. Inget har raderats.',
    },
  ];
  for (const { spoil, vad, gor } of cases) {
    await spoil();
    const before = await readFile(file);
    const page = await client.restart();
    await tryToSignIn(page);
    await expect(page.getByText(vad)).toBeVisible();
    await expect(page.getByText(gor)).toBeVisible();
    await client.kill();
    expect((await readFile(file)).equals(before)).toBe(true);
    await writeFile(file, whole);
    await writeFile(keyFile, key);
  }

  // The fault is mended: all is there, and goes to the server.
  const page = await client.restart();
  await signIn(page, user);
  await expect(page.getByRole('button', { name: 'Utkorg: 1 köad' })).toBeVisible();
  await client.network.restore();
  await allSent(page);
});

test('ARCHITECTURE 7 a damaged database is put aside and told of; the unsent note and the draft are there', async ({ client }) => {
  await leaveUnsentWork(client);
  const { file, key } = await replicaOf(client);
  const db = openDatabase(file, key);
  const pages = db
    .prepare<[], number>(`SELECT pageno FROM dbstat WHERE name IN ('record', 'record_scope') AND pagetype = 'leaf'`)
    .pluck()
    .all();
  db.close();
  const bytes = await readFile(file);
  for (const page of pages) bytes.fill(0x5a, (page - 1) * 4096, page * 4096);
  await writeFile(file, bytes);
  const damaged = `${file}.prov`;
  await copyFile(file, damaged);

  const page = await client.restart();
  await signIn(page, user);
  await expect(page.getByText('Databasen på den här datorn var skadad och har lagts undan.')).toBeVisible();
  await expect(page.getByText(/2 utkast och osända poster fanns, och allt är räddat/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Utkorg: 1 köad' })).toBeVisible();
  await client.network.restore();
  await allSent(page);
  const kept = (await readdir(client.dataDir)).filter((name) => /\.skadad-[^/]*Z$/.test(name));
  expect(kept).toHaveLength(1);
  expect((await readFile(join(client.dataDir, kept[0] ?? ''))).equals(await readFile(damaged))).toBe(true);

  // Searched for while all is being fetched anew: she is listed when she has come. Her tab stands as it was left, for settings
  // were brought over too.
  await openKund(page, linnea);
  await openToWrite(page, /^Bedömning/);
  await expect(pane(page)).toContainText('Ett halvt utkast');
  await openToWrite(page, /^\d{6}, inte signerad/);
  await expect(pane(page)).toContainText('Sparad men inte skickad.');
});
