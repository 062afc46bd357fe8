/** What net events and the counters of IKEEXT may prove, and what they never may. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyse } from '../../analyzers/analyse';
import { createEventLogReader, HEAD_BYTES } from '../../analyzers/grammars/event-log';
import { netEventFilter } from '../../analyzers/grammars/found-events';
import { takeIn } from '../../analyzers/read';
import { upload } from '../virtual-client/evidence';
import { deploymentBehindNat } from '../virtual-client/healthy-deployments';
import { print } from '../virtual-client/print';

const AT = { at: '2026-11-24T09:40:00Z' };
const fixture = (path: string): string => readFileSync(join(__dirname, '../commands', path), 'utf8');
const FAILURES = fixture('netsh-wfp-netevents/failures.xml');
const COUNTERS = fixture('netsh-wfp-state/no-certificate.xml');
const NOTHING = fixture('netsh-wfp-state/nothing-begun.txt');

const diagnosed = async (...files: readonly (readonly [name: string, text: string])[]) =>
  (
    await analyse(
      files.map(([name, text]) => upload(name, text)),
      AT,
    )
  ).diagnosis;
const step = (diagnosis: Awaited<ReturnType<typeof diagnosed>>, id: string) =>
  diagnosis.steps.find((one) => one.step === id);
const passed = (diagnosis: Awaited<ReturnType<typeof diagnosed>>): readonly string[] =>
  diagnosis.steps.filter(({ outcome }) => outcome === 'passed').map(({ step: id }) => id);

const MMSA = 'netsh advfirewall monitor show mmsa';
const noSas = (): string =>
  print(
    { ...deploymentBehindNat(), server: { ...deploymentBehindNat().server, answersNegotiation: false } },
    MMSA,
    'client',
    true,
  );

describe('Net events', () => {
  it('fail main mode with their code, and quote the element that has it', async () => {
    const diagnosis = await diagnosed(['netevents.xml', FAILURES]);
    expect(diagnosis.failedStep).toBe('infra.main-mode');
    expect(diagnosis.causes[0]).toMatchObject({ id: 'certificate-missing', confidence: 'confirmed', code: '13806' });
    expect(step(diagnosis, 'infra.main-mode')?.why).toContain('Event IKEEXT_MM_FAILURE gives code 13806');
    expect(diagnosis.causes[0]?.proof[0]?.text.trim()).toBe('<failureErrorCode>13806</failureErrorCode>');
  });

  it('never take for a failure what Windows itself calls benign', async () => {
    const benign = FAILURES.replace(/<item>\s*<header>[^]*?13806[^]*?<\/ikeMmFailure>[^]*?\n\t<\/item>/, '').replace(
      /\t<item>(?:(?!\n\t<\/item>)[^])*ikeEmFailure[^]*?\n\t<\/item>/,
      '',
    );
    expect(benign).toContain('_BENIGN');
    expect(benign).not.toContain('13806');
    const diagnosis = await diagnosed(['netevents.xml', benign]);
    expect(diagnosis.failedStep).toBeNull();
  });

  it('let no rung pass where they show no failure', async () => {
    const diagnosis = await diagnosed(['netevents.xml', fixture('netsh-wfp-netevents/none.xml')]);
    expect(passed(diagnosis)).toEqual([]);
    expect(diagnosis.outcome).toBe('inconclusive');
  });

  it('say nothing of whether the endpoint answered where only a first packet was sent', async () => {
    const early = FAILURES.replace('13806', '13805');
    const endpoint = step(await diagnosed(['netevents.xml', early]), 'client.endpoint');
    expect(endpoint?.outcome).not.toBe('passed');
  });

  it('are the same however the file is cut into pieces', () => {
    const bytes = Buffer.from(FAILURES);
    const whole = read(bytes, bytes.length);
    expect(whole).toMatchObject({ form: 'net-events', total: 4, matched: 3, whole: true });
    for (const size of [1, 7, 1000, 4096]) expect(read(bytes, size)).toEqual(whole);
  });

  it('heed no document type and no entity of their own', async () => {
    const declared = FAILURES.replace('<netEvents', '<!DOCTYPE x [<!ENTITY code "13806">]>\r\n<netEvents').replace(
      '>13806<',
      '>&code;<',
    );
    const { reports } = await takeIn([upload('netevents.xml', declared)], { call: 1, awaited: null });
    expect(JSON.stringify(reports)).not.toContain('"failureErrorCode":"13806"');
  });
});

function read(bytes: Buffer, size: number) {
  const reader = createEventLogReader(bytes.subarray(0, HEAD_BYTES), 'netevents.xml', { filter: netEventFilter })!;
  for (let at = 0; at < bytes.length; at += size) reader.push(bytes.subarray(at, at + size));
  return reader.end();
}

describe('The counters of IKEEXT', () => {
  it('let no rung pass or fail by themselves', async () => {
    const diagnosis = await diagnosed(['wfpstate.xml', COUNTERS]);
    expect(passed(diagnosis)).toEqual([]);
    expect(diagnosis.failedStep).toBeNull();
    expect(step(diagnosis, 'infra.main-mode')?.why).toContain('13 times code 13806');
  });

  it('make what they counted possible beside a listing without SAs, and first among what is possible', async () => {
    const diagnosis = await diagnosed(['mmsa.txt', noSas()], ['wfpstate.xml', COUNTERS]);
    expect(diagnosis.failedStep).toBe('infra.main-mode');
    expect(diagnosis.causes[0]).toMatchObject({ id: 'certificate-missing', confidence: 'possible', code: '13806' });
    expect(diagnosis.next).not.toBeNull();
  });

  it('that are all zero mean nothing unless the intranet was reached for before', async () => {
    const alone = await diagnosed(['mmsa.txt', noSas()], ['wfpstate.txt', NOTHING]);
    expect(step(alone, 'infra.main-mode')?.why).toContain('nothing shows that the intranet was reached for');
    expect(alone.causes[0]?.id).toBe('certificate-failure');
  });

  it('that are all zero after that show that nothing was negotiated, and still let no rung pass', async () => {
    const tried = `C:\\>net view \\\\fs1\r\nSystem error 53 has occurred.\r\n\r\nThe network path was not found.\r\n\r\n${NOTHING}`;
    const diagnosis = await diagnosed(['mmsa.txt', noSas()], ['paste.txt', tried]);
    expect(step(diagnosis, 'infra.main-mode')?.why).toContain('although the intranet was reached for before that');
    expect(diagnosis.causes.map(({ id }) => id)).not.toContain('certificate-failure');
    expect(passed(diagnosis)).toEqual([]);
  });
});
