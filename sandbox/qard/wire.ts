/**
 * The records of the Qard imitation as they are answered. The Shopify guide shows only what is written; the fields of
 * answers are those that public clients read, or assumed where these are silent too.
 */

/** The kinds of data that the guide names. */
export const DATA_TYPES = ['COMMERCE_LOCATION', 'COMMERCE_CUSTOMER', 'COMMERCE_PRODUCT', 'COMMERCE_ORDER'] as const;

/** One kind of data. */
export type DataType = (typeof DATA_TYPES)[number];

/** The link between the merchant and one provider; only CONNECTED is documented, PENDING is assumed. */
export interface WireDataConnection {
  id: string;
  provider_name: string;
  status: 'PENDING' | 'CONNECTED';
  requested_data_types: DataType[];
  /** Where the merchant gives consent; null once given. */
  redirect_url: string | null;
  /** `YYYY-MM-DD HH:MM:SS` in UTC, as all times here. */
  created_at: string;
}

/** One run that fetches one kind of data; the provider also knows AUTH_ERROR, FETCH_ERROR and INTERNAL_ERROR. */
export interface WireSync {
  id: string;
  data_type: DataType;
  provider_name: string;
  status: 'QUEUED' | 'FETCHING' | 'SUCCESS';
  data_connection_id: string;
  requested_at: string;
  completed_at: string | null;
}

/** A source of data; written as `enable`, read as `enabled`. */
export interface WireProvider {
  name: string;
  logo_url: string | null;
  enabled: boolean;
  available: boolean;
  unique: boolean;
  auth_required: boolean;
  auto_connect: boolean;
  settings: { name: string; type: string }[];
  credentials_config: { name: string; required: boolean }[];
  data_types: DataType[];
}
