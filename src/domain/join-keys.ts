/** E-mail as a join key: trimmed, lower case, NFC. Dots and +tags stay. Null for a blank one. */
export function normalizeEmail(email: string | null | undefined): string | null {
  const key = email?.trim().toLowerCase().normalize('NFC');
  return key ? key : null;
}

/** Order reference as a join key: trimmed, never a number, since `0042`, `1033815D` and `ord. # 1674` occur. */
export function normalizeReference(reference: string | null | undefined): string | null {
  const key = reference?.trim();
  return key ? key : null;
}

/** Tracking number as a join key: capitals without blanks and hyphens. */
export function normalizeTrackingNumber(trackingNumber: string | null | undefined): string | null {
  const key = trackingNumber?.replaceAll(/[\s-]/g, '').toUpperCase();
  return key ? key : null;
}

/** SKU as a join key: trimmed, compared exactly. */
export function normalizeSku(sku: string | null | undefined): string | null {
  const key = sku?.trim();
  return key ? key : null;
}
