/** What a case of the API says: the diagnosis in three forms, the ladder, what it waits for, and all of it with stand-ins. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DateTime } from 'luxon';

import { type CauseId, describeLadder, explain, type RedactionMap, STEP_IDS } from '../../../analyzers/index';
import { type ApiAround, startApi } from '../../support/api-around';

const NAMES = ['mmsa.txt', 'consec-active.txt', 'currentprofile.txt', 'certutil-my.txt'];
/** Friday noon in Berlin, in winter. */
const FRIDAY_NOON = Date.parse('2026-11-27T11:00:00Z');

let api: ApiAround;
let id: string;
beforeAll(async () => {
  api = await startApi({
    now: () => FRIDAY_NOON,
    settings: { TUNNEL_TRIAGE_FOLLOW_UP_ZONE: 'Europe/Berlin' },
  });
  id = await caseWith(NAMES);
});
afterAll(() => api.stop());
afterEach(() => expect(api.documented.faults).toEqual([]));

async function caseWith(names: readonly string[]): Promise<string> {
  const made = (await api.client.POST('/cases', {})).data!.id;
  const form = new FormData();
  for (const name of names) form.append('file', new Blob([readFileSync(join('bot/teams/sample-case', name))]), name);
  if (names.length > 0) await api.call(`/cases/${made}/uploads`, { method: 'POST', body: form });
  return made;
}

const ask = (path: string, headers: Readonly<Record<string, string>> = {}, of = id): Promise<Response> =>
  api.call(`/cases/${of}/${path}`, { headers });
const json = async <Body>(path: string, of = id): Promise<Body> => (await (await ask(path, {}, of)).json()) as Body;

interface ShownDiagnosis {
  readonly failedStep: string;
  readonly next: { readonly id: string; readonly command: string } | null;
  readonly then: readonly { readonly id: string }[];
  readonly steps: readonly { readonly step: string; readonly outcome: string }[];
  readonly causes: readonly { readonly id: CauseId }[];
  readonly computer: string | null;
}

describe('The diagnosis', () => {
  it('is JSON where nobody asks for another form', async () => {
    const response = await ask('diagnosis', { accept: '*/*' });
    expect(response.headers.get('content-type')).toBe('application/json');
    expect(await response.json()).toMatchObject({ outcome: 'failed', failedStep: 'infra.main-mode' });
  });

  it('is a card without buttons, which would do nothing outside of the chats of the bot', async () => {
    const response = await ask('diagnosis', { accept: 'application/vnd.microsoft.card.adaptive+json' });
    const text = await response.text();
    expect(JSON.parse(text)).toMatchObject({ type: 'AdaptiveCard', version: '1.5' });
    expect(text).not.toContain('Action.Execute');
  });

  it('is the text of the terminal, without colours', async () => {
    const response = await ask('diagnosis', { accept: 'text/plain' });
    const text = await response.text();
    expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(text).toContain((await json<ShownDiagnosis>('diagnosis')).next?.command ?? 'Do this');
    expect(text).not.toContain('\u001B');
  });

  it('is the form that the caller likes better of two', async () => {
    const response = await ask('diagnosis', { accept: 'application/json;q=0.5, text/plain' });
    expect(response.headers.get('content-type')).toContain('text/plain');
  });

  it('has a tag of its own in each form', async () => {
    const tags = await Promise.all(
      ['application/json', 'text/plain', 'application/vnd.microsoft.card.adaptive+json'].map(async (accept) =>
        (await ask('diagnosis', { accept })).headers.get('etag'),
      ),
    );
    expect(new Set(tags).size).toBe(3);
  });

  it('is not there before anything was sent', async () => {
    const response = await ask('diagnosis', {}, await caseWith([]));
    expect([response.status, await response.json()]).toMatchObject([404, { code: 'no-diagnosis' }]);
  });
});

describe('The ladder', () => {
  it('has every rung with what is known of it', async () => {
    const rungs = await json<ShownDiagnosis['steps']>('ladder');
    const { steps } = await json<ShownDiagnosis>('diagnosis');
    expect(rungs.map(({ step, outcome }) => ({ step, outcome }))).toEqual(
      steps.map(({ step, outcome }) => ({ step, outcome })),
    );
    expect(rungs.map(({ step }) => step)).toEqual(STEP_IDS);
  });

  it('knows nothing before anything was sent', async () => {
    const rungs = await json<ShownDiagnosis['steps']>('ladder', await caseWith([]));
    expect(new Set(rungs.map(({ outcome }) => outcome))).toEqual(new Set(['unknown']));
  });
});

interface ShownFollowUps {
  readonly waitsFor: { readonly id: string } | null;
  readonly since: string | null;
  readonly then: readonly { readonly id: string }[];
  readonly reminders: readonly { readonly stage: string; readonly at: string }[];
}

describe('The follow-ups', () => {
  it('say what is waited for, since when, and when a person would be asked again', async () => {
    const { waitsFor, since, reminders } = await json<ShownFollowUps>('follow-ups');
    const { next, then } = await json<ShownDiagnosis>('diagnosis');
    expect(waitsFor?.id).toBe((next ?? then[0])?.id);
    expect(since).toBe(new Date(FRIDAY_NOON).toISOString());
    const local = reminders.map(({ stage, at }) => [
      stage,
      DateTime.fromISO(at, { zone: 'Europe/Berlin' }).toFormat('ccc HH:mm'),
    ]);
    expect(local).toEqual([
      ['first', 'Fri 16:00'],
      ['morning', 'Mon 09:00'],
      ['closing', 'Tue 09:00'],
    ]);
  });

  it('begin with the command that settles most', async () => {
    const { waitsFor } = await json<ShownFollowUps>('follow-ups', await caseWith([]));
    expect(waitsFor?.id).toBe(describeLadder().find(({ step }) => step === 'infra.main-mode')!.next.id);
  });
});

describe('A cause that is set aside', () => {
  it('is no cause any more, until it is taken back', async () => {
    const of = await caseWith(NAMES);
    const before = await json<ShownDiagnosis>('diagnosis', of);
    const cause = before.causes[0]!.id;
    const params = { path: { case: of, cause } };
    await api.client.PUT('/cases/{case}/set-aside/{cause}', { params });
    const aside = await json<ShownDiagnosis & { readonly setAside: readonly { readonly id: string }[] }>(
      'diagnosis',
      of,
    );
    expect(aside.causes.map(({ id: each }) => each)).not.toContain(cause);
    expect(aside.setAside.map(({ id: each }) => each)).toEqual([cause]);
    await api.client.DELETE('/cases/{case}/set-aside/{cause}', { params });
    expect((await json<ShownDiagnosis>('diagnosis', of)).causes).toEqual(before.causes);
  });
});

describe('The redacted diagnosis', () => {
  interface Redacted {
    readonly diagnosis: ShownDiagnosis;
    readonly map?: RedactionMap;
  }

  it('says the same with no name of the map in it', async () => {
    const { diagnosis, map } = await json<Redacted>('redacted?map=true');
    const open = await json<ShownDiagnosis>('diagnosis');
    expect(diagnosis.steps.map(({ outcome }) => outcome)).toEqual(open.steps.map(({ outcome }) => outcome));
    const originals = Object.keys(map!.names).filter((name) => name.length > 3);
    expect(originals.length).toBeGreaterThan(2);
    const text = JSON.stringify(diagnosis).toLowerCase();
    const opened = JSON.stringify(open).toLowerCase();
    // The sample names them, so the redaction had something to do.
    expect(originals.some((name) => opened.includes(name))).toBe(true);
    expect(originals.filter((name) => text.includes(name))).toEqual([]);
  });

  it('hands the map out to whoever asks for it only', async () => {
    expect(await json<Redacted>('redacted')).not.toHaveProperty('map');
  });

  it('has the same stand-ins after more has come', async () => {
    const of = await caseWith(['mmsa.txt']);
    const first = (await json<Redacted>('redacted?map=true', of)).map!;
    const form = new FormData();
    for (const name of NAMES.slice(1))
      form.append('file', new Blob([readFileSync(join('bot/teams/sample-case', name))]), name);
    await api.call(`/cases/${of}/uploads`, { method: 'POST', body: form });
    const later = (await json<Redacted>('redacted?map=true', of)).map!;
    expect(later.names).toMatchObject(first.names);
    expect(Object.keys(later.names).length).toBeGreaterThan(Object.keys(first.names).length);
  });
});

describe('What is known without a case', () => {
  it('is the ladder', async () => {
    expect((await api.client.GET('/steps', {})).data).toEqual(describeLadder());
  });

  it.each(['13801', '0x80092013', '%%8222', 'ERROR_IPSEC_IKE_AUTH_FAIL'])('is what %s means', async (code) => {
    const { data } = await api.client.GET('/explain/{code}', { params: { path: { code } } });
    expect(data).toEqual(explain(code));
  });

  it('needs a caller, but no scope', async () => {
    const client = api.clientOf('scopeless');
    const explained = await client.GET('/explain/{code}', { params: { path: { code: '13801' } } });
    const cases = await client.GET('/cases');
    expect([explained.response.status, cases.response.status]).toEqual([200, 403]);
  });
});
