/** Knows a folder on a network share, where neither the lock of SQLite nor its flush to the disk can be trusted (sqlite.org, "How To Corrupt", 2.1). */
import { statfsSync } from 'node:fs';

/** The numbers of statfs(2): NFS, SMB, CIFS, SMB 2, 9P, AFS, Ceph. A file system of FUSE may be either and is not counted. */
const NETWORK_FILE_SYSTEMS: ReadonlySet<number> = new Set([
  0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x01021997, 0x5346414f, 0x00c36400,
]);

/** `typeOf` is what the operating system says of a folder. A mapped drive of Windows cannot be told from a disk this way. */
export function isOnNetworkShare(
  folder: string,
  typeOf: (folder: string) => number = (path) => statfsSync(path).type,
): boolean {
  // `\\?\C:\…` is a long path on a disk of this machine, `\\?\UNC\…` is none.
  if (/^(?:\\\\|\/\/)(?:\?\\UNC\\|[^?.\\/])/i.test(folder)) return true;
  return NETWORK_FILE_SYSTEMS.has(typeOf(folder) >>> 0);
}
