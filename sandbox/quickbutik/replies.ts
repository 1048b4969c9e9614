import type { SandboxReply } from '../kernel/provider-server.js';

/** An error as Quickbutik words it: the status again and a text (assumed; the document lists statuses only). */
export function failure(status: number, error: string): SandboxReply {
  return { status, body: { code: status, error } };
}

/** Hundredths as Quickbutik prints money: a dot and two decimals. */
export function moneyText(minor: number): string {
  return `${minor < 0 ? '-' : ''}${Math.floor(Math.abs(minor) / 100)}.${String(Math.abs(minor) % 100).padStart(2, '0')}`;
}

/** The zone of the shop's wall-clock times (assumed; the document names none). */
export const SHOP_ZONE = 'Europe/Stockholm';
