import type { Maybe } from './maybe.js';

/** An address as a caller gives it. */
export interface GivenAddress {
  readonly name?: Maybe<string>;
  readonly firstName?: Maybe<string>;
  readonly lastName?: Maybe<string>;
  readonly company?: Maybe<string>;
  readonly lines?: Maybe<readonly string[]>;
  readonly city?: Maybe<string>;
  readonly region?: Maybe<string>;
  readonly postalCode?: Maybe<string>;
  readonly countryCode?: Maybe<string>;
  readonly email?: Maybe<string>;
  readonly phone?: Maybe<string>;
}
