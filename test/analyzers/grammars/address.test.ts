/** Addresses as 128-bit values, and the article's 6to4 arithmetic. */
import {
  canonicalAddress,
  isIpv6,
  nextIpv4,
  sameAddress,
  sixToFourEndpoint,
} from '../../../analyzers/grammars/address';

describe('The 6to4 endpoint of a public IPv4 address', () => {
  it.each([
    ['131.107.0.2', '2002:836b:2::836b:2'],
    ['131.107.0.3', '2002:836b:3::836b:3'],
    ['10.0.0.0', '2002:a00::a00:0'],
    ['198.51.100.10', '2002:c633:640a::c633:640a'],
  ])('of %s is %s', (ipv4, endpoint) => {
    expect(sixToFourEndpoint(ipv4)).toBe(endpoint);
  });

  it('is the same value however it is compressed', () => {
    expect(sameAddress('2002:836B:0002:0:0:0:836b:0002', sixToFourEndpoint('131.107.0.2'))).toBe(true);
  });

  it('does not exist for what is no IPv4 address', () => {
    expect([sixToFourEndpoint('131.107.0'), sixToFourEndpoint('name'), sixToFourEndpoint('2002::1')]).toEqual([
      null,
      null,
      null,
    ]);
  });
});

describe('The next IPv4 address', () => {
  it('carries over', () => {
    expect(nextIpv4('131.107.0.255')).toBe('131.107.1.0');
  });

  it('does not exist after the last one', () => {
    expect(nextIpv4('255.255.255.255')).toBeNull();
  });
});

describe('An address as Windows prints it', () => {
  it('loses its zone and its mark', () => {
    expect(canonicalAddress('FE80::0C47:d1ef%10(Preferred) ')).toBe('fe80::c47:d1ef');
  });

  it('is null where the text is none', () => {
    expect([canonicalAddress('Any'), canonicalAddress(''), canonicalAddress('1.2.3')]).toEqual([null, null, null]);
  });

  it('is an IPv6 address only with colons that parse', () => {
    expect([isIpv6('2002::1'), isIpv6('10.0.0.1'), isIpv6('a:b'), isIpv6(null)]).toEqual([true, false, false, false]);
  });
});
