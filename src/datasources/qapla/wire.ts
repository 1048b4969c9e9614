import { z } from 'zod';
import { amountWire, idWire, listWire, numberWire, textWire } from '../_shared/wire-values.js';

const eventWireSchema = z.object({
  status: textWire,
  /** `DD/MM/YYYY HH:MM:SS`; the time is a midnight placeholder throughout the seed document's history. */
  statusDate: textWire,
  icon: textWire,
  courierStatus: textWire,
  courierPlace: textWire,
  /** `DD-MM-YYYY`. */
  courierDate: textWire,
});

/** A parcel: the content of getTrack, and (seed document: "the same schema") a row of getTracks. */
export const trackWireSchema = z.object({
  /** Label in the language asked for; display text only. */
  status: textWire,
  /** `DD/MM/YYYY HH:MM:SS`, Italian time. */
  statusDate: textWire,
  /** Its file name carries the number of the status, the only mark that does not depend on the language. */
  icon: textWire,
  trackingUrl: textWire,
  trackingNumber: z.nullish(idWire),
  reference: z.nullish(idWire),
  courier: textWire,
  courierInfo: textWire,
  /** The seed document's example has a malformed host. */
  courierTrackingUrl: textWire,
  tracking: listWire(eventWireSchema),
  /** Undocumented for parcels (getOrders has it): with it a full window can be read further. */
  importedAt: textWire,
});

const orderRowWireSchema = z.object({
  sku: textWire,
  name: textWire,
  /** A number with zeros behind the point, `6.0000`. */
  qty: numberWire,
  price: amountWire,
  /** Not price times quantity in the seed document. */
  total: amountWire,
});

/** An imported order, a row of getOrders (seed document). */
export const orderWireSchema = z.object({
  /** `YYYY-MM-DD HH:MM:SS`, as all times of this row. */
  importedAt: textWire,
  /** The kind of shop it came from, `magento` or `woocommerce` in the seed document. */
  source: textWire,
  /** Sent as `id` by pushOrder. */
  reference: z.nullish(idWire),
  /** The shop's own word, free text. */
  status: textWire,
  createdAt: textWire,
  updatedAt: textWire,
  customerName: textWire,
  customerAddress: textWire,
  customerCity: textWire,
  customerState: textWire,
  customerZip: textWire,
  customerCountry: textWire,
  customerEmail: textWire,
  customerTelephone: textWire,
  /** `EUR 29.`, `€ 5.50`, `EUR 99.90`; in the seed document not the sum of the rows. */
  amount: amountWire,
  paymentType: textWire,
  notes: textWire,
  rows: listWire(orderRowWireSchema),
});

/** A row of getCouriers (seed document). */
export const courierWireSchema = z.object({ code: textWire, name: textWire, country: textWire });

/** The content of getCredits (seed document). */
export const creditsWireSchema = z.object({ credits: numberWire, date: textWire });

export type WireTrack = z.output<typeof trackWireSchema>;
export type WireOrder = z.output<typeof orderWireSchema>;
export type WireCourier = z.output<typeof courierWireSchema>;
export type WireCredits = z.output<typeof creditsWireSchema>;
