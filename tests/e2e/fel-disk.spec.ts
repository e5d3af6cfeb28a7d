import { execFileSync } from 'node:child_process';
import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { allSent, atUtredning, editor, linnea, openKund, pane, save, signIn, writeNote } from './fixtures/steps.ts';
import { test as base, expect } from './fixtures/test.ts';

type Disk = { fill(): void; empty(): void; unmount(): void };

/** A small disk of its own over a folder; undefined where this user may not mount one. */
function mountSmallDisk(folder: string): Disk | undefined {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=24m,mode=700', 'aktnara-e2e', folder], { stdio: 'ignore' });
  } catch {
    return undefined; // not root, no such right in this container, or no tmpfs: the caller skips and says so
  }
  const ballast = join(folder, 'fyllnad');
  return {
    /** To the last byte. */
    fill() {
      const handle = openSync(ballast, 'a');
      for (const size of [1024 * 1024, 4096, 1]) while (took(handle, size));
      closeSync(handle);
    },
    empty: () => rmSync(ballast),
    unmount: () => execFileSync('umount', ['--lazy', folder]),
  };
}

function took(handle: number, size: number): boolean {
  try {
    return writeSync(handle, Buffer.alloc(size)) === size;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOSPC') return false;
    throw error;
  }
}

/** The client's data lies on a small disk. */
const test = base.extend<{ disk: Disk | undefined }>({
  disk: async ({ client }, use) => {
    await client.kill();
    const disk = mountSmallDisk(client.dataDir);
    await use(disk);
    await client.kill();
    disk?.unmount();
  },
});

const alarm = 'Det går att läsa, men inget nytt kan sparas på datorn.';
const text = 'Det här får inte gå förlorat. '.repeat(400);

test('DOK-05 a full disk: told at once, the text stays, reading goes on also after a restart, and all is saved when there is room', async ({
  client,
  disk,
}) => {
  test.skip(!disk, 'needs the right to mount a tmpfs; main/db/run-command.test.ts and main/core/full-disk.test.ts fill a database instead');
  if (!disk) return;
  const page = await client.restart();
  const notSaved = pane(page).getByText('Disken är full: det gick inte att spara.').first();
  await atUtredning(client);
  await writeNote(page, 'Före. ');
  disk.fill();

  await page.keyboard.insertText(text);
  await expect(notSaved).toBeVisible();
  await expect(page.getByText(alarm)).toBeVisible();
  await pane(page).getByRole('button', { name: 'Spara', exact: true }).click();
  await expect(notSaved).toBeVisible();
  await expect(editor(page)).toContainText(text.trim());

  // Another kund is found and read all the same, and the words are there on the way back.
  await openKund(page, 'Ekström, Linn');
  await expect(page.getByRole('tab', { name: /Ekström, Linn\b/ })).toBeVisible();
  await page.getByRole('tab', { name: linnea }).click();
  await expect(editor(page)).toContainText(text.trim());

  disk.empty();
  await expect(page.getByText(alarm)).toBeHidden({ timeout: 30_000 });
  await save(page);
  await allSent(page);
  disk.fill();
  await editor(page).focus();
  await page.keyboard.insertText(text);
  await expect(notSaved).toBeVisible();

  // Started on a full disk: who has worked here reads on.
  const again = await client.restart();
  await signIn(again, 'Sara Nyström');
  await openKund(again, linnea);
  await expect(again.getByRole('article').filter({ hasText: text.trim() })).toBeVisible();
  await expect(again.getByText(alarm)).toBeVisible();
});
