/** Why a credential was refused: for the log alone. Who was refused hears one sentence, whatever the reason. */
import { RefusedError } from '../refused-error';

export interface Refusal {
  readonly refused:
    | 'no-credential'
    | 'not-bearer'
    | 'credential-unknown'
    | 'key-malformed'
    | 'key-unknown'
    | 'key-revoked'
    | 'key-expired'
    | 'token-malformed'
    | 'token-algorithm'
    | 'token-key'
    | 'token-signature'
    | 'token-expired'
    | 'token-not-yet'
    | 'token-issuer'
    | 'token-audience'
    | 'token-claims'
    | 'token-tenant'
    | 'token-of-person'
    | 'token-without-role';
}

export class NotAuthenticated extends RefusedError {
  constructor(readonly reason: Refusal['refused']) {
    super(
      'not-authenticated',
      'The credential is missing or not accepted: send an API key or a token as Authorization: Bearer.',
    );
  }
}
