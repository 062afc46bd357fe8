/** Whether the server leads its clients on: forwarding and advertising on its IP-HTTPS adapter, and the published route of their prefix. */
import { type Quote } from '../diagnosis/diagnosis';
import { type Facts, latest, quotes } from './facts';

/** Where it does not, what is wrong as a sentence, with the lines that show it. */
export type ServerRouting =
  { readonly isWell: true } | { readonly isWell: false; readonly words: string; readonly proof: readonly Quote[] };

const isIpHttps = (name: string): boolean => /ip-?https/i.test(name);

/** Null where the server did not show enough of it: a fault shows by one line, that all is well only by both listings. */
export function serverRouting(facts: Facts): ServerRouting | null {
  const adapters = latest(facts, 'netsh-ipv6-interface', 'server');
  const index = adapters?.data.interfaces.findIndex(({ name }) => isIpHttps(name)) ?? -1;
  const adapter = adapters?.data.interfaces[index];
  if (adapters !== null && adapter !== undefined) {
    const off = (['forwarding', 'advertising'] as const).find((one) => adapter[one] === false);
    if (off !== undefined) {
      const words = `On the server, ${off} is off on ${adapter.name}.`;
      return {
        isWell: false,
        words,
        proof: quotes(adapters, `interfaces[${index}].${off}`, `interfaces[${index}].name`),
      };
    }
  }
  const table = latest(facts, 'netsh-ipv6-route', 'server');
  const own = (table?.data.routes ?? [])
    .map((route, place) => ({ ...route, place }))
    .filter(({ via, prefix }) => isIpHttps(via) && isClientPrefix(prefix));
  const published = own.find((route) => route.published === true);
  const unpublished = own.find((route) => route.published === false);
  if (table === null) return null;
  if (published === undefined && unpublished !== undefined) {
    const words = `On the server, the route ${unpublished.prefix} of the clients is not published.`;
    return { isWell: false, words, proof: quotes(table, `routes[${unpublished.place}]`) };
  }
  if (published === undefined && table.complete) {
    const words = 'On the server, no route leads to the clients over the IP-HTTPS adapter.';
    return { isWell: false, words, proof: quotes(table, 'closing') };
  }
  if (published === undefined || adapter?.forwarding !== true || adapter.advertising !== true) return null;
  return { isWell: true };
}

/** Addresses of the adapter itself, and link-local and multicast prefixes, lead to no client. */
const isClientPrefix = (prefix: string): boolean =>
  !/^f[ef]/i.test(prefix) && Number(/\/(\d{1,3})$/.exec(prefix)?.[1] ?? 128) <= 64;
