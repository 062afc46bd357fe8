/** Every cause of the contract is known, and every question that tells it is there to be asked. */
import { asCause } from '../../../analyzers/causes/cause';
import { knowledgeOf, knownCauses } from '../../../analyzers/causes/known-causes';
import { MAX_QUERY_EXPRESSIONS } from '../../../analyzers/commands/question-parts';
import { questionOf, questions } from '../../../analyzers/commands/questions';
import { CAUSE_IDS, type CauseId } from '../../../analyzers/diagnosis/diagnosis';
import { remedyValues } from '../../../analyzers/facts/remedy-values';
import { isIpsecEvent } from '../../../analyzers/grammars/found-events';
import { ladder } from '../../../analyzers/steps/ladder';
import { factsOf, reading } from '../../support/reading';

describe('The known causes', () => {
  it('are those of the contract, all of them', () => {
    expect([...knownCauses.keys()].sort()).toEqual([...CAUSE_IDS].sort());
  });

  it('each say in a sentence what they are and in sentences what mends them', () => {
    const poor = [...knownCauses.values()].filter(({ title, remedy }) => !title.endsWith('.') || remedy.length === 0);
    expect(poor.map(({ id }) => id)).toEqual([]);
  });
});

describe('The questions', () => {
  it('have an id each', () => {
    expect(new Set(questions.map(({ id }) => id)).size).toBe(questions.length);
  });

  it('are there for every rung', () => {
    const ids = questions.map(({ id }) => id);
    expect(ladder.filter(({ question }) => !ids.includes(question)).map(({ id }) => id)).toEqual([]);
  });

  it('decide the rung that asks them', () => {
    const silent = ladder.filter(
      ({ id, question }) => !questions.some((one) => one.id === question && one.decides.includes(id)),
    );
    expect(silent.map(({ id, question }) => `${id} asks ${question}`)).toEqual([]);
  });

  it('fit on one line each', () => {
    const lines = questions.flatMap(({ parts }) => parts.map(({ line }) => line({ firstEndpoint: null })));
    expect(lines.filter((line) => /[\r\n]/.test(line))).toEqual([]);
  });
});

describe('The question for the events', () => {
  const line = questionOf('events')
    .parts.map((part) => part.line({ firstEndpoint: null }))
    .find((one) => one.startsWith('wevtutil'));
  const query = /\/q:"([^"]+)"/.exec(line ?? '')?.[1] ?? '';

  it('has fewer expressions than the Event Log service takes', () => {
    expect(query.match(/EventID|@Name/g)?.length).toBeLessThanOrEqual(MAX_QUERY_EXPRESSIONS);
  });

  it('asks for every IPsec event, and for none of the sign-ins and special groups between them', () => {
    const clauses = [...query.matchAll(/\(EventID>=(\d+) and EventID<=(\d+)\)|EventID=(\d+)/g)];
    const asked = (id: number): boolean =>
      clauses.some(([, from, to, only]) =>
        only === undefined ? id >= Number(from) && id <= Number(to) : id === Number(only),
      );
    const all = Array.from({ length: 1000 }, (_, index) => 4600 + index);
    const provider = 'Microsoft-Windows-Security-Auditing';
    expect(all.filter((eventId) => isIpsecEvent({ provider, eventId }) && !asked(eventId))).toEqual([]);
    expect(all.filter((id) => asked(id) && !isIpsecEvent({ provider, eventId: id }))).toEqual([4964]);
  });

  it('is one line that cmd and PowerShell take: no quote within the quotes, no ampersand', () => {
    expect(query).not.toMatch(/["&%^|$\r\n]/);
  });
});

describe('A suspected cause', () => {
  it('is not confirmed without a quote that shows it', () => {
    const knowledge = knowledgeOf('certificate-expired');
    const cause = asCause({ id: 'certificate-expired', confidence: 'confirmed', proof: [] }, knowledge);
    expect(cause.confidence).toBe('likely');
  });

  it('names the values of the case in its remedies, and keeps the name where none is known', () => {
    const facts = factsOf([
      reading('netsh-httpstunnel', {
        interfaces: [{ role: 'client', url: 'https://da.contoso.com:443/IPHTTPS', lastErrorCode: 0, status: null }],
      }),
    ]);
    const remedies = (id: CauseId) =>
      asCause({ id, confidence: 'likely', proof: [] }, knowledgeOf(id), remedyValues(facts)).remedy.join(' ');
    expect(remedies('ip-https-unreachable')).toContain('Test-NetConnection da.contoso.com -Port 443');
    expect(remedies('certificate-no-private-key')).toContain('certutil -repairstore my SERIAL');
  });
});
