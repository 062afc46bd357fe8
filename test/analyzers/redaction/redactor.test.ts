/** What a redaction replaces, what it leaves, and that its stand-ins keep form and stay the same. */
import ipaddr from 'ipaddr.js';
import { createRedactor, type RedactionMap, type Redactor } from '../../../analyzers/index';
import { sixToFourEndpoint } from '../../../analyzers/grammars/address';

/** The text redacted by itself. */
function redacted(text: string, redactor: Redactor = createRedactor()): string {
  redactor.learn([text]);
  return redactor.text(text);
}

const lines = (...all: readonly string[]): string => all.join('\r\n');
const ipv4Value = (text: string): number => ipaddr.IPv4.parse(text).octets.reduce((sum, octet) => sum * 256 + octet, 0);

describe('Addresses', () => {
  it('6to4 endpoints follow the stand-in of the IPv4 address that they are made of', () => {
    const [ipv4 = '', first = '', second = ''] = redacted('131.107.0.2 2002:836b:2::836b:2 2002:836b:3::836b:3').split(
      ' ',
    );
    expect(ipv4).not.toBe('131.107.0.2');
    expect(sixToFourEndpoint(ipv4)).toBe(first);
    expect(second).toBe(sixToFourEndpoint(ipv4.replace(/\d+$/, (octet) => String(Number(octet) + 1))));
  });

  it.each([
    ['131.107.0.255', '131.107.1.0'],
    ['10.3.4.255', '10.3.5.0'],
    ['172.20.9.255', '172.20.10.0'],
    ['192.168.178.255', '192.168.179.0'],
    ['8.8.8.8', '8.8.8.9'],
  ])('%s and %s stay neighbours of their range', (one, next) => {
    const [first = '', second = ''] = redacted(`${next} ${one}`).split(' ').reverse();
    expect(ipv4Value(second) - ipv4Value(first)).toBe(1);
    expect(first).not.toBe(one);
    const isPrivate = (text: string): boolean => ipaddr.IPv4.parse(text).range() === 'private';
    expect([isPrivate(first), isPrivate(second)]).toEqual([isPrivate(one), isPrivate(next)]);
  });

  it('keeps neighbours that come with a later text', () => {
    const redactor = createRedactor();
    const first = redacted('131.107.0.255', redactor);
    expect(ipv4Value(redacted('131.107.1.0', redactor)) - ipv4Value(first)).toBe(1);
  });

  it.each([
    '255.255.240.0',
    '0.0.0.0',
    '127.0.0.1',
    '255.255.255.255',
    '224.0.0.252',
    '::1',
    '::',
    'ff02::1:2',
    'fec0:0:0:ffff::1',
  ])('leaves %s, which is everywhere the same', (address) => {
    expect(redacted(`x ${address} y`)).toBe(`x ${address} y`);
  });

  it('takes no part of an object identifier or a version for an address', () => {
    const text = lines(
      '    2.5.29.37: Flags = 0',
      '    Client Authentication (1.3.6.1.5.5.7.3.2)',
      'OS Version: 10.0.19045.4046',
    );
    expect(redacted(text)).toBe(text);
  });

  it('carries the stand-ins of IPv4 in Teredo, ISATAP, NAT64 and mapped addresses', () => {
    const text =
      '203.0.113.5 198.51.100.9 2001:0:cb00:7105:0:f227:39cc:9bf6 fe80::5efe:203.0.113.5 64:ff9b::cb00:7105 ::ffff:203.0.113.5';
    const [server = '', client = '', teredo = '', isatap = '', nat64 = '', mapped = ''] = redacted(text).split(' ');
    const parts = ipaddr.IPv6.parse(teredo).parts;
    const of = (high = 0, low = 0): string => [high >> 8, high & 255, low >> 8, low & 255].join('.');
    expect(of(parts[2], parts[3])).toBe(server);
    expect(of((parts[6] ?? 0) ^ 0xffff, (parts[7] ?? 0) ^ 0xffff)).toBe(client);
    expect(isatap).toBe(`fe80::5efe:${server}`);
    expect(ipaddr.IPv6.parse(nat64).parts.slice(6)).toEqual(parts.slice(2, 4));
    expect(mapped).toBe(`::ffff:${server}`);
  });

  it('keeps link-local, unique local and global addresses what they are, and the prefix of neighbours', () => {
    const text =
      'fe80::71b2:9c0:4d1e:a3f6%14 fd4c:81:77:1001:71b2:9c0:4d1e:a3f6 fd4c:81:77:1000::1 fd4c:81:77::/48 2a02:810d:1:2:71b2:9c0:4d1e:a3f6';
    const [link = '', local = '', endpoint = '', prefix = '', global = ''] = redacted(text).split(' ');
    expect(link).toMatch(/^fe80::[0-9a-f:]+%14$/);
    expect(local.split(':').slice(4)).toEqual(link.replace('%14', '').split('::')[1]?.split(':'));
    const own = prefix.replace('::/48', '');
    expect(own).toMatch(/^fd/);
    expect(local.startsWith(`${own}:1001:`)).toBe(true);
    expect(endpoint).toBe(`${own}:1000::1`);
    expect(ipaddr.IPv6.parse(global).range()).not.toBe('uniqueLocal');
    expect([link, local, endpoint, prefix, global].join(' ')).not.toMatch(/71b2|4d1e|fd4c|2a02/);
  });

  it('gives an interface identifier the hardware address that stands for its own', () => {
    const [mac = '', address = ''] = redacted('54-E1-AD-12-34-56 fe80::56e1:adff:fe12:3456').split(' ');
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = mac.split('-').map((pair) => Number.parseInt(pair, 16));
    const groups = [((a ^ 2) << 8) | b, (c << 8) | 0xff, 0xfe00 | d, (e << 8) | f];
    expect(ipaddr.IPv6.parse(address).parts.slice(4)).toEqual(groups);
    expect(mac).not.toBe('54-E1-AD-12-34-56');
  });

  it('finds an address before a colon, in brackets, behind a label and in a range', () => {
    const text = lines(
      'Reply from 2002:836b:2::836b:2: time=31ms',
      '[2002:836b:2::836b:2]:443',
      '{PING:2002:836b:2::836b:2}',
      '131.107.0.2-131.107.0.9',
    );
    expect(redacted(text)).not.toMatch(/836b|131\.107/);
  });

  it('gives every block its own stand-in where a text names thousands of them', () => {
    const all = Array.from({ length: 3000 }, (_, index) => `131.${Math.floor(index / 256)}.${index % 256}.1`);
    const standIns = redacted(all.join(' ')).split(' ');
    expect(new Set(standIns).size).toBe(all.length);
    expect(standIns.filter((one) => all.includes(one))).toEqual([]);
  });

  it('finds stand-ins even where every block of a private range is taken', () => {
    const all = Array.from({ length: 256 }, (_, index) => `192.168.${index}.1`);
    const standIns = redacted(all.join(' ')).split(' ');
    expect(new Set(standIns).size).toBe(all.length);
    expect(standIns.filter((one, index) => one === all[index])).toEqual([]);
  });
});

describe('Names', () => {
  const text = lines(
    'Host Name:                 CONTOSO-LT42',
    'Domain:                    corp.contoso.com',
    'Subject: CN=CONTOSO-LT42.corp.contoso.com',
    'Account: CONTOSO\\anna.keller and CONTOSO\\CONTOSO-LT42$',
    'Mail: anna.keller@contoso.com',
    'URL: https://da.contoso.com:443/IPHTTPS and http://contoso-lt42/',
    'PS C:\\Users\\anna.keller>',
  );

  it('are replaced wherever they stand, the same by the same, in the case of the text', () => {
    const result = redacted(text);
    expect(result).not.toMatch(/contoso|anna|keller/i);
    const host = /Host Name: +(\S+)/.exec(result)?.[1] ?? '';
    expect(host).toBe(host.toUpperCase());
    expect(result).toContain(`CN=${host}.`);
    expect(result).toContain(`\\${host}$`);
    expect(result).toContain(`http://${host.toLowerCase()}/`);
  });

  it('keep the length, so that columns stay where they were', () => {
    const table = lines(
      'Name          Address          Note',
      'CONTOSO-LT42  203.0.113.5      of Computer: CONTOSO-LT42',
    );
    const [heading = '', row = ''] = redacted(table).split('\r\n');
    expect(row.slice(heading.indexOf('Note')).startsWith('of ')).toBe(true);
    expect(row.slice(heading.indexOf('Address') - 1)).toMatch(/^ \d/);
  });

  it.each([
    'BUILTIN\\Administrators',
    'NT AUTHORITY\\SYSTEM',
    'NT-AUTORITÄT\\Authentifizierte Benutzer',
    'DirectAccess Policy-ClientToDnsDc',
    'http://crl.microsoft.com/pki/crl/products/root.crl',
    'Auth1: ComputerCert',
    'HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Microsoft',
    'S-1-5-32-544 S-1-5-18 S-1-16-12288',
    'Domain: WORKGROUP',
    'C:\\Windows\\system32>netsh advfirewall monitor show mmsa',
    '{0CCE9218-69AE-11D9-BED3-505054503030}',
  ])('of Windows itself stay: %s', (own) => {
    expect(redacted(own)).toBe(own);
  });

  it('of one word of Windows stay alone, and go within a name of the DNS', () => {
    const result = redacted(lines('Main Mode SA', 'DC: \\\\main.contoso.com', 'Domain Profile:'));
    expect(result).toContain('Main Mode SA');
    expect(result).toContain('Domain Profile:');
    expect(result).not.toMatch(/main\.|contoso/);
  });

  it('of several words are found in an address of the web too', () => {
    const issuer = lines(
      'Issuer: CN=Contoso Issuing CA 1, DC=contoso, DC=com',
      'URL=http://pki.contoso.com/Contoso%20Issuing%20CA%201.crl',
    );
    const result = redacted(issuer);
    const name = /CN=([^,]+),/.exec(result)?.[1] ?? '';
    expect(result).not.toMatch(/contoso|issuing/i);
    expect(result).toContain(`/${name}.crl`);
  });

  it('that say which machine it is go on saying it', () => {
    expect(redacted('Computer: CONTOSO-CLIENT1')).toMatch(/-PC\d+$/);
    expect(redacted('Computer: EDGE-SRV1')).toMatch(/SRV\d+$/);
  });

  it('come from readings too, whatever the language of the output', () => {
    const redactor = createRedactor();
    redactor.learnReadings([
      { host: null, data: { total: 1, matched: 1, events: [], subject: 'x', hostName: 'ZUGSPITZE' } as never },
    ]); // the shape of a reading as a case keeps it
    expect(redactor.text('Auf ZUGSPITZE gemessen')).not.toContain('ZUGSPITZE');
  });
});

describe('Accounts and certificates', () => {
  const domain = 'S-1-5-21-3623811015-3361044348-30300820';

  it('SIDs keep the number of a well-known account and lose that of an own one', () => {
    const [users = '', own = '', again = ''] = redacted(`${domain}-513 ${domain}-1013 ${domain}-1013`).split(' ');
    expect(users).toMatch(/^S-1-5-21-\d{10}-\d{10}-\d{8}-513$/);
    expect(own).not.toMatch(/-1013$/);
    expect(own.replace(/-\d+$/, '')).toBe(users.replace(/-513$/, ''));
    expect(again).toBe(own);
    expect(users).not.toContain('3623811015');
  });

  it('serial numbers and thumbprints keep their layout, and are the same in every layout', () => {
    const text = lines(
      'Serial Number: 6100000017abcdef0123',
      'Cert Hash(sha1): 9c 31 61 00 00 00 17 5e 5e 5e 5e 5e 5e 5e 5e 5e 5e 5e 5e 5e',
      '  Cert: 9C3161000000175E5E5E5E5E5E5E5E5E5E5E5E5E',
      '6100000017ABCDEF0123',
    );
    const [serial = '', spaced = '', joined = '', upper = ''] = redacted(text).split('\r\n');
    expect(serial.slice('Serial Number: '.length).toUpperCase()).toBe(upper);
    expect(spaced.slice('Cert Hash(sha1): '.length)).toMatch(/^(?:[0-9a-f]{2} ){19}[0-9a-f]{2}$/);
    expect(spaced.slice('Cert Hash(sha1): '.length).replace(/ /g, '')).toBe(
      joined.slice('  Cert: '.length).toLowerCase(),
    );
    expect(redacted(text)).not.toMatch(/9c ?31 ?61|6100000017/i);
  });
});

describe('The map', () => {
  const text =
    'Computer: ALPHA1 at 203.0.113.5, fd4c:81:77:1000::1, 54-E1-AD-12-34-56, S-1-5-21-1111111111-2222222222-333333333-1105';

  it('gives the same name the same stand-in in a later call', () => {
    const first = createRedactor();
    const once = redacted(text, first);
    const kept = JSON.parse(JSON.stringify(first.map())) as RedactionMap;
    const later = createRedactor(kept);
    later.learn(['Computer: BETA22 at 203.0.113.77']);
    expect(redacted(text, later)).toBe(once);
    expect(later.text('alpha1')).toBe(/Computer: (\S+)/.exec(once)?.[1]?.toLowerCase());
  });

  it('leaves a text that was redacted with it as it is', () => {
    const redactor = createRedactor();
    const once = redacted(text, redactor);
    expect(redacted(once, createRedactor(redactor.map()))).toBe(once);
  });

  it('holds every original, and no stand-in twice', () => {
    const redactor = createRedactor();
    redacted(lines(text, 'Computer: GAMMA1', 'User name: DELTA1', 'Domain: EPSIL1'), redactor);
    const { names } = redactor.map();
    expect(Object.keys(names)).toEqual(['alpha1', 'delta1', 'epsil1', 'gamma1']);
    expect(new Set(Object.values(names)).size).toBe(4);
  });

  it('never makes a stand-in from its original: the first of a length is the same for all', () => {
    expect(redacted('Computer: ALPHA1')).toBe(redacted('Computer: OMEGA9'));
  });
});

describe('Bad input', () => {
  it.each([
    ['labels', 'host name . . . '],
    ['backslashes', 'a\\'],
    ['dots', 'a.'],
    ['colons', 'ab:'],
    ['pairs', '00 '],
    ['distinguished names', 'CN='],
    ['dollars', 'x$'],
  ])('A text of nothing but %s takes time that grows with it', (_, piece) => {
    const timed = (size: number): number => {
      const text = piece.repeat(size / piece.length);
      const start = performance.now();
      redacted(text);
      return performance.now() - start;
    };
    timed(20_000);
    // Eight times the text in far less than the 64 times of a quadratic one.
    expect(timed(320_000)).toBeLessThan(Math.max(30 * timed(40_000), 1000));
  });
});
