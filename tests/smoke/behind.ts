import type { CentralServer } from '../e2e/fixtures/central-server.ts';

/** What PostgreSQL holds of a text: accepted commands that carried it, and notes whose words it stands in. */
export async function behind({ db }: CentralServer, tenant: string, text: string) {
  const [log, records] = await Promise.all([
    db
      .selectFrom('command_log')
      .select(['command_id', 'name', 'input', 'outcome', 'repeat', 'server_at'])
      .where('tenant', '=', tenant)
      .orderBy('version')
      .execute(),
    db.selectFrom('record').select(['id', 'data']).where('tenant', '=', tenant).where('type', '=', 'anteckning').execute(),
  ]);
  const holds = (data: unknown) => JSON.stringify(data).includes(text);
  const notes = records.filter(({ data }) => holds(data));
  const ids = new Set(notes.map(({ id }) => id));
  const accepted = log.filter(({ outcome, repeat }) => outcome === 'ok' && !repeat);
  const signings = accepted.filter(
    ({ name, input }) => name === 'anteckning.signera' && [...ids].some((id) => JSON.stringify(input).includes(id)),
  );
  return { notes, saves: accepted.filter(({ name, input }) => name === 'anteckning.spara' && holds(input)), signings };
}
