/** The living case with the real analyzers and the real store, without any door. */
import { type Diagnosis } from '../../../analyzers/index';
import { analyseCase } from '../../../bot/cases/case-analysis';
import { asUpload } from '../../../bot/file-source';
import { type CaseParts, createCases, type Incoming, type TakeIn, type TakenIn } from '../../../bot/cases/living-case';
import { wholeDiagnosis } from '../../../bot/cases/whole-diagnosis';
import { type Home } from '../../../bot/store/home';
import { ASSOCIATIONS, failingClient, healthyClient, windowOf } from '../../support/bot-outputs';
import { describeHomes } from '../../support/homes';

const AT = Date.parse('2026-11-24T12:00:00Z');

/** The later an analysis begins, the sooner it ends: without an order of its own the first would overwrite the last. */
const slowly: CaseParts['analyse'] = async (prepare) => {
  const { uploads, context } = await prepare();
  await new Promise((resolve) => setTimeout(resolve, uploads.length * 20));
  return analyseCase(uploads.map(asUpload), context);
};

/** A case as the tests speak to it: each change in a transaction of its own. */
function casesOf(home: Home, analysing = slowly) {
  const cases = createCases({ home, analyse: analysing, now: () => AT });
  const takeIn = (conversation: string, incoming: Incoming, more: Partial<TakeIn> = {}): Promise<TakenIn> =>
    cases.takeIn({
      conversation,
      incoming,
      person: null,
      commit: (work) => home.db.transaction().execute(work),
      also: () => Promise.resolve(),
      ...more,
    });
  return { ...cases, takeIn };
}

const dataIn = ({ uploads }: Diagnosis): readonly unknown[] =>
  uploads.flatMap(({ readings }) => readings.map(({ data }) => data));
const upload = (name: string, text: string) => ({ name, bytes: new TextEncoder().encode(text) });

describeHomes('The living case', (open) => {
  let home: Home;
  let cases: ReturnType<typeof casesOf>;
  beforeEach(async () => {
    home = await open();
    cases = casesOf(home);
  });

  it('merges what comes at the same time', async () => {
    const parts = ['mmsa', 'qmsa', 'currentprofile'].map((what) =>
      upload(`${what}.txt`, windowOf(healthyClient(), `netsh advfirewall monitor show ${what}`)),
    );
    await Promise.all(
      parts.map((part, index) => cases.takeIn('alex', { uploads: [part, ...parts.slice(0, 2 - index)] })),
    );
    const { diagnosis, evidence } = await cases.current('alex');
    expect(diagnosis?.outcome).toBe('healthy');
    expect(new Set(evidence.readings.map(({ command }) => command))).toEqual(
      new Set(['netsh-mmsa', 'netsh-qmsa', 'netsh-currentprofile']),
    );
  });

  it('keeps all of what other instances take in at the same time', async () => {
    const instances = [casesOf(home), casesOf(home), casesOf(home)];
    const texts = [
      'netsh advfirewall monitor show mmsa',
      'netsh advfirewall monitor show qmsa',
      'netsh advfirewall monitor show currentprofile',
      'netsh namespace show policy',
      'ipconfig /all',
    ].map((command, index) => upload(`${index}.txt`, windowOf(healthyClient(), command)));
    await Promise.all(texts.map((text, index) => instances[index % 3]!.takeIn('alex', { uploads: [text] })));
    const { evidence, version, diagnosis } = await cases.current('alex');
    expect(new Set(evidence.uploads.map(({ name }) => name))).toEqual(new Set(texts.map(({ name }) => name)));
    expect([evidence.calls, version]).toEqual([texts.length, texts.length + 1]);
    expect(diagnosis?.uploads).toHaveLength(texts.length);
  });

  it('keeps what was read in its log, and not a second time in its diagnosis', async () => {
    const taken = await cases.takeIn('alex', { uploads: [], pasted: windowOf(failingClient(), ASSOCIATIONS) });
    const { diagnosis } = await home.db.selectFrom('cases').select('diagnosis').executeTakeFirstOrThrow();
    const kept = JSON.parse(diagnosis ?? '') as Diagnosis;
    expect(dataIn(kept)).toEqual(dataIn(kept).map(() => null));
    const { evidence, diagnosis: made } = await cases.current('alex');
    expect(dataIn(wholeDiagnosis(made!, evidence))).toEqual(evidence.readings.map(({ data }) => data));
    expect(dataIn(wholeDiagnosis(taken.diagnosis, taken.case.evidence))).toEqual(
      evidence.readings.map(({ data }) => data),
    );
  });

  it('that is kept in another form is refused by its name when its readings are needed, and only then', async () => {
    await cases.takeIn('alex', { uploads: [], pasted: windowOf(failingClient(), ASSOCIATIONS) });
    const body = '{"schema":"tunnel-triage/case/1","readings":[{"cut":]}';
    await home.db.updateTable('case_entries').set({ body }).where('kind', '=', 'evidence').execute();
    expect((await cases.current('alex')).diagnosis?.outcome).toBe('failed');
    await expect(cases.takeIn('alex', { uploads: [] })).rejects.toMatchObject({
      code: 'case-unreadable',
      message: expect.stringContaining('Case C-1 ') as string,
    });
  });

  it('leaves nothing of what belongs to a transaction that failed', async () => {
    const failing = cases.takeIn(
      'alex',
      { uploads: [upload('sas.txt', windowOf(failingClient(), ASSOCIATIONS))] },
      { also: () => Promise.reject(new Error('outbox')) },
    );
    await expect(failing).rejects.toThrow('outbox');
    expect((await cases.current('alex')).evidence.uploads).toEqual([]);
  });

  it('judges again what another release has judged', async () => {
    const first = await cases.takeIn('alex', { uploads: [], pasted: windowOf(failingClient(), ASSOCIATIONS) });
    await home.db.updateTable('cases').set({ diagnosis: '{"schema":"tunnel-triage/diagnosis/0"}' }).execute();
    expect((await cases.current('alex')).diagnosis?.failedStep).toBe(first.diagnosis.failedStep);
  });

  it('climbs again after a repair', async () => {
    const first = await cases.takeIn('alex', { uploads: [], pasted: windowOf(failingClient(), ASSOCIATIONS) });
    const second = await cases.takeIn('alex', { uploads: [], pasted: windowOf(healthyClient(), ASSOCIATIONS) });
    expect([first.diagnosis.outcome, second.diagnosis.outcome]).toEqual(['failed', 'healthy']);
    expect(second.changed).toBe(true);
  });

  it('keeps how it stood before with the diagnosis, until the diagnosis is made anew', async () => {
    const sas = (client: ReturnType<typeof failingClient>) => ({ uploads: [], pasted: windowOf(client, ASSOCIATIONS) });
    const first = await cases.takeIn('alex', sas(failingClient()), { at: '2026-11-24T11:40' });
    const second = await cases.takeIn('alex', sas(healthyClient()), { at: '2026-11-24T13:20' });
    expect(first.diagnosis.before).toBeUndefined();
    expect(second.diagnosis.before).toMatchObject({ at: '2026-11-24T11:40', failedStep: first.diagnosis.failedStep });
    const unreadable = await cases.takeIn('alex', { uploads: [upload('holiday.txt', 'Buy milk and bread.')] });
    expect(unreadable.diagnosis.before).toEqual(second.diagnosis.before);
    expect((await cases.current('alex')).diagnosis?.before).toEqual(second.diagnosis.before);
  });

  it('says that the same output again has changed nothing', async () => {
    const output = upload('sas.txt', windowOf(failingClient(), ASSOCIATIONS));
    await cases.takeIn('alex', { uploads: [output] });
    const again = await cases.takeIn('alex', { uploads: [output] });
    expect(again.changed).toBe(false);
    expect(again.received.map(({ name }) => name)).toEqual(['sas.txt']);
  });

  it('keeps conversations apart', async () => {
    await cases.takeIn('alex', { uploads: [], pasted: windowOf(failingClient(), ASSOCIATIONS) });
    expect((await cases.current('bob')).evidence.readings).toEqual([]);
  });

  it('is unharmed by an analysis that fails', async () => {
    await cases.takeIn('alex', { uploads: [], pasted: windowOf(failingClient(), ASSOCIATIONS) });
    const before = await cases.current('alex');
    const failing = casesOf(home, () => Promise.reject(new Error('crashed')));
    await expect(failing.takeIn('alex', { uploads: [] })).rejects.toThrow('crashed');
    expect(await cases.current('alex')).toEqual(before);
  });

  it('is begun with what is first read into it, by one of those who come at the same time', async () => {
    const failing = casesOf(home, () => Promise.reject(new Error('crashed')));
    await expect(failing.takeIn('alex', { uploads: [] })).rejects.toThrow('crashed');
    expect(await cases.known('alex')).toBeNull();

    const names = ['one.txt', 'two.txt', 'three.txt'];
    await Promise.all(
      names.map((name) => cases.takeIn('alex', { uploads: [upload(name, windowOf(failingClient(), ASSOCIATIONS))] })),
    );
    const { id, evidence } = await cases.current('alex');
    expect(id).toBe('C-1');
    expect(evidence.uploads.map(({ name }) => name).sort()).toEqual([...names].sort());
  });

  it('reports an upload that was refused beside those that were read', async () => {
    const refused = {
      name: 'big.etl',
      bytes: 0,
      sha256: '',
      status: 'rejected',
      encoding: null,
      language: null,
      readings: [],
      problems: [{ code: 'too-large', message: 'Too large.' }],
    } as const;
    const taken = await cases.takeIn('alex', {
      uploads: [upload('sas.txt', windowOf(failingClient(), ASSOCIATIONS))],
      refused: [refused],
    });
    expect(taken.received.map(({ name, status }) => [name, status])).toContainEqual(['big.etl', 'rejected']);
    expect(taken.diagnosis.outcome).toBe('failed');
  });

  it('knows an output from a sentence without changing the case', async () => {
    expect(await cases.recognises('alex', 'System error 53 has occurred.')).toBe(true);
    expect(await cases.recognises('alex', 'it does not work')).toBe(false);
    expect((await cases.current('alex')).evidence.calls).toBe(0);
  });

  it('takes a sentence that several commands print for the answer to what it waits for', async () => {
    const none = 'No SAs match the specified criteria.';
    const first = await cases.takeIn('alex', { uploads: [], pasted: `\n${none}\n\n\n${none}` });
    expect(first.case.evidence.readings.map(({ command }) => command)).toEqual(['netsh-mmsa', 'netsh-qmsa']);
    await cases.takeIn('adele', { uploads: [upload('mmsa.txt', none)] });
    expect(await cases.recognises('adele', none)).toBe(true);
  });

  it('waits, where a remedy is named, for the command that shows whether it worked', async () => {
    const profile = 'Domain Profile:\r\n----------\r\ncorp.example\r\n\r\nOk.\r\n';
    const none = 'No SAs match the specified criteria.';
    const uploads = [upload('mmsa.txt', `\n${none}\n`), upload('currentprofile.txt', profile)];
    const { diagnosis } = await cases.takeIn('alex', { uploads });
    expect(diagnosis.next).toBeNull();
    const after = await cases.takeIn('alex', { uploads: [], pasted: `\n${none}\n\n\n${none}` });
    expect(after.received.flatMap(({ readings }) => readings).map(({ command }) => command)).toEqual([
      'netsh-mmsa',
      'netsh-qmsa',
    ]);
  });

  it('takes a sentence that several commands print for an output even where nothing decides between them', async () => {
    expect(await cases.recognises('alex', 'No SAs match the specified criteria.')).toBe(true);
  });

  it('reckons the endpoints from the address of the server', async () => {
    await cases.takeIn('alex', { uploads: [] }, { server: { first: '131.107.0.2' } });
    const { evidence } = await cases.current('alex');
    expect([evidence.serverIpv4, evidence.serverIpv4Second]).toEqual(['131.107.0.2', null]);
  });
});
