/** Microsoft Graph on the loopback interface, so that the bot's own client of it is run where there is no tenant. */
import { type components } from './graph.openapi';
import { type GraphItem, type GraphWorld } from './graph-world';

type Schemas = components['schemas'];

export interface GraphQuestion {
  readonly authorization: string | undefined;
  /** Behind `/v1.0`, still encoded. */
  readonly path: string;
  readonly select: string | null;
}

/** `body` is bytes where the content of a message was asked for. */
export interface GraphAnswer {
  readonly status: number;
  readonly body: Buffer | object;
}

export function answerGraph(world: GraphWorld, { authorization, path, select }: GraphQuestion): GraphAnswer {
  if (!/^Bearer \S+/.test(authorization ?? '')) {
    return failure(401, 'InvalidAuthenticationToken', 'Access token is empty.');
  }
  const plain = decodeURIComponent(path.slice(1));
  const answer =
    messageAt(world, plain) ??
    sharedItem(world, plain) ??
    siteAt(world, plain) ??
    drivesOf(world, plain) ??
    itemAt(world, plain);
  if (answer === undefined) return failure(404, 'itemNotFound', 'The resource could not be found.');
  return Buffer.isBuffer(answer.body) || select === null ? answer : { ...answer, body: selected(answer.body, select) };
}

const GROUP = /^teams\/(?<group>[^/]+)\//;
const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

function messageAt({ messages, hosted }: GraphWorld, path: string): GraphAnswer | undefined {
  if (!/^(?:teams|chats)\//.test(path)) return undefined;
  const group = GROUP.exec(path)?.groups?.['group'];
  if (group !== undefined && !GUID.test(group)) {
    return failure(400, 'BadRequest', 'teamId needs to be a valid GUID.');
  }
  const [message = '', content] = path.split('/hostedContents/');
  const found =
    content === undefined ? messages.get(message) : hosted.get(`${message}/${content.replace(/\/\$value$/, '')}`);
  return found === undefined
    ? failure(404, 'NotFound', 'The message could not be found.')
    : { status: 200, body: found };
}

function sharedItem({ items }: GraphWorld, path: string): GraphAnswer | undefined {
  const token = /^shares\/u!([A-Za-z0-9_-]+)\/driveItem$/.exec(path)?.[1];
  if (token === undefined) return undefined;
  const item = items.get(Buffer.from(token, 'base64url').toString('utf8'));
  return item === undefined ? undefined : { status: 200, body: item };
}

function siteAt({ sites }: GraphWorld, path: string): GraphAnswer | undefined {
  const address = /^sites\/([^/:]+):(\/.+)$/.exec(path);
  if (address === null) return undefined;
  const found = sites.find(({ webUrl }) => {
    const { hostname, pathname } = new URL(webUrl);
    return hostname === address[1] && pathname === address[2];
  });
  return found && { status: 200, body: { id: found.id, webUrl: found.webUrl } satisfies Schemas['Site'] };
}

function drivesOf({ sites }: GraphWorld, path: string): GraphAnswer | undefined {
  const id = /^sites\/([^/]+)\/drives$/.exec(path)?.[1];
  const found = sites.find((site) => site.id === id);
  return found && { status: 200, body: { value: found.drives } };
}

function itemAt({ sites, items }: GraphWorld, path: string): GraphAnswer | undefined {
  const [, id, inDrive] = /^drives\/([^/]+)\/root:(\/.+)$/.exec(path) ?? [];
  const drive = sites.flatMap(({ drives }) => drives).find((each) => each.id === id);
  if (drive === undefined || inDrive === undefined) return undefined;
  const wanted = `${decodeURI(drive.webUrl)}${inDrive}`;
  const found = [...items].find(([url]) => decodeURIComponent(url) === wanted)?.[1];
  return found && { status: 200, body: found satisfies GraphItem };
}

/** OData's $select: what is not named is left out. */
function selected(body: object, select: string): object {
  if ('value' in body) return body;
  const names = new Set(select.split(','));
  return Object.fromEntries(Object.entries(body).filter(([name]) => names.has(name)));
}

const failure = (status: number, code: string, message: string): GraphAnswer => ({
  status,
  body: { error: { code, message } } satisfies Schemas['Error'],
});
