/** A case as a log: what is kept is what was handed in, of two changes at the same time one is refused, and one damaged case stops no other. */
import { type CaseEvidence, MAX_KEPT_READINGS } from '../../../analyzers/index';
import { type CaseRecord } from '../../../bot/cases/case-record';
import { caseOf, keepCase, openCase } from '../../../bot/store/case-rows';
import { type Home } from '../../../bot/store/home';
import { describeHomes } from '../../support/homes';

const NOW = 1_800_000_000_000;
const ALEX = { at: NOW, person: 'contoso/alex' };
const NEXT = { id: 'ipconfig', command: 'ipconfig /all' } as CaseEvidence['awaited'];

/** What one call of the analyzers adds; only its identity matters to the store. */
function withCall({ evidence, ...record }: CaseRecord, names: readonly string[]): CaseRecord {
  const call = evidence.calls + 1;
  const readings = names.map((upload) => ({ call, upload }) as CaseEvidence['readings'][number]);
  const uploads = names.map((name) => ({ name, sha256: `${name}-${call}` }) as CaseEvidence['uploads'][number]);
  return {
    ...record,
    evidence: {
      ...evidence,
      calls: call,
      readings: [...evidence.readings, ...readings].slice(-MAX_KEPT_READINGS),
      uploads: [...evidence.uploads, ...uploads].slice(-MAX_KEPT_READINGS),
    },
  };
}

const begin = ({ db }: Home): Promise<CaseRecord> => db.transaction().execute((tx) => openCase(tx, 'c', ALEX));
const keep = ({ db }: Home, before: CaseRecord, after: CaseRecord, doing = ALEX): Promise<boolean> =>
  db.transaction().execute((tx) => keepCase(tx, before, after, doing));
const stored = async ({ db }: Home, id = 'C-1'): Promise<CaseRecord> => (await caseOf(db, 'c', id))!;

describeHomes('The log of a case', (open) => {
  it('gives back what was kept, call by call', async () => {
    const home = await open();
    const first = await begin(home);
    const second = withCall(first, ['a', 'b']);
    expect(await keep(home, first, second)).toBe(true);
    const third = withCall({ ...(await stored(home)) }, ['c']);
    const addressed = { ...third, evidence: { ...third.evidence, serverIpv4: '203.0.113.1', awaited: NEXT } };
    expect(await keep(home, await stored(home), addressed, { at: NOW + 5, person: 'contoso/bob' })).toBe(true);
    expect((await stored(home)).evidence).toEqual(addressed.evidence);
    const entries = await home.db
      .selectFrom('case_entries')
      .select(['call', 'kind', 'person', 'at'])
      .orderBy('id')
      .execute();
    expect(entries).toEqual([
      { call: 1, kind: 'evidence', person: 'contoso/alex', at: NOW },
      { call: 2, kind: 'server', person: 'contoso/bob', at: NOW + 5 },
      { call: 2, kind: 'evidence', person: 'contoso/bob', at: NOW + 5 },
    ]);
  });

  it('remembers which causes were set aside, by whom, and that one was taken back', async () => {
    const home = await open();
    const first = await begin(home);
    const judged = async (setAside: CaseEvidence['setAside'], doing = ALEX): Promise<void> => {
      const before = await stored(home);
      expect(await keep(home, before, { ...before, evidence: { ...before.evidence, setAside } }, doing)).toBe(true);
      expect((await stored(home)).evidence.setAside).toEqual(setAside);
    };
    expect(first.evidence.setAside).toEqual([]);
    await judged(['certificate-expired']);
    await judged(['certificate-expired', 'policy-mismatch'], { at: NOW + 5, person: 'contoso/bob' });
    await judged(['policy-mismatch']);
    await judged(['policy-mismatch', 'certificate-expired']);
    const entries = await home.db
      .selectFrom('case_entries')
      .select(['kind', 'person', 'body'])
      .orderBy('id')
      .limit(3)
      .execute();
    expect(entries).toEqual([
      { kind: 'action', person: 'contoso/alex', body: '{"action":"set-aside","cause":"certificate-expired"}' },
      { kind: 'action', person: 'contoso/bob', body: '{"action":"set-aside","cause":"policy-mismatch"}' },
      { kind: 'action', person: 'contoso/alex', body: '{"action":"taken-back","cause":"certificate-expired"}' },
    ]);
  });

  it('leaves an action of a later release aside', async () => {
    const home = await open();
    await begin(home);
    const entry = { case_number: 1, call: 0, at: NOW, person: null, kind: 'action' as const };
    await home.db
      .insertInto('case_entries')
      .values([
        { ...entry, body: '{"action":"set-aside","cause":"no-cause-of-ours"}' },
        { ...entry, body: '{"action":"painted","cause":"certificate-expired"}' },
        { ...entry, body: 'no JSON' },
      ])
      .execute();
    expect((await stored(home)).evidence.setAside).toEqual([]);
  });

  it('keeps the newest where a case has more than is kept', async () => {
    const home = await open();
    const first = await begin(home);
    const names = Array.from({ length: MAX_KEPT_READINGS }, (_, index) => `u-${index}`);
    await keep(home, first, withCall(first, names));
    const full = await stored(home);
    const after = withCall(full, ['one-more', 'and-another']);
    await keep(home, full, after);
    expect((await stored(home)).evidence).toEqual(after.evidence);
    expect(await home.db.selectFrom('case_entries').select('id').execute()).toHaveLength(2);
  });

  it('remembers since when it waits, and for whom, until it waits for something else', async () => {
    const home = await open();
    const first = await begin(home);
    const waiting = { ...first, evidence: { ...first.evidence, awaited: NEXT } };
    await keep(home, first, waiting);
    const still = await stored(home);
    await keep(home, still, withCall(still, ['a']), { at: NOW + 9, person: 'contoso/bob' });
    expect(await home.db.selectFrom('cases').select(['awaited_since', 'asked', 'updated_at']).execute()).toEqual([
      { awaited_since: NOW, asked: 'contoso/alex', updated_at: NOW + 9 },
    ]);
  });

  it('takes one of two changes from the same version, and nothing of the other', async () => {
    const home = await open();
    const before = await begin(home);
    const kept = await Promise.all([
      keep(home, before, withCall(before, ['a'])),
      keep(home, before, withCall(before, ['b'])),
    ]);
    expect(kept.filter((is) => is)).toHaveLength(1);
    expect((await stored(home)).evidence.uploads).toHaveLength(1);
  });

  it('that is damaged, or of another release, is refused by its name and stops no other', async () => {
    const home = await open();
    const damaged = await begin(home);
    await keep(home, damaged, withCall(damaged, ['a']));
    const other = await home.db.transaction().execute((tx) => openCase(tx, 'd', ALEX));
    for (const body of ['{', '{"schema":"tunnel-triage/case/9","readings":[],"reports":[]}']) {
      await home.db.updateTable('case_entries').set({ body }).execute();
      await expect(stored(home)).rejects.toMatchObject({
        code: 'case-unreadable',
        message: expect.stringContaining('Case C-1 ') as string,
      });
    }
    expect(await caseOf(home.db, 'd', other.id)).toEqual(other);
  });

  it('leaves a diagnosis of another version out, because it can be made again', async () => {
    const home = await open();
    await begin(home);
    for (const diagnosis of ['{', '{"schema":"tunnel-triage/diagnosis/9"}']) {
      await home.db.updateTable('cases').set({ diagnosis }).execute();
      expect((await stored(home)).diagnosis).toBeNull();
    }
  });
});
