import { createHash } from 'node:crypto';
import { localTime } from './local-time.js';
import type { Shop } from './shop.js';
import * as shopData from './shop.js';

/** Zones of the providers' local times. */
export const shopZone = 'Europe/Stockholm';
export const parcelZone = 'Europe/Rome';
const dayMs = 86_400_000;

// Plain ASCII throughout, so that a body's length is its number of bytes.

// As in the document's sample hashes of 32 digits: what reads JSON meets letters and digits in every order.
const hashes = Array.from({ length: 1024 }, (_, index) => createHash('md5').update(`${index}`).digest('hex'));

/** A row of GET /orders: the four documented fields. */
export function orderHead(shop: Shop, order: number): string {
  const created = createdOf(shop, order);
  return `{"order_id":"${order}","date_created":"${created}","total_amount":"${shopData.totalOf(order)}","status":"1"}`;
}

/** GET /orders?order_id=, and a row of the list with its details: an order whole. */
export function orderBody(shop: Shop, order: number): string {
  const created = createdOf(shop, order);
  const total = shopData.totalOf(order);
  const customer = shopData.customerOf(shop, order);
  const name = `${shopData.firstNameOf(customer)} ${shopData.lastNameOf(customer)}`;
  return `{"order_id":"${order}","date_created":"${created}","status":"1","items_amount":"${total}","shipping_amount":"39.00","total_amount":"${total}","discount_amount":null,"total_pay_amount":"${total}","tax_amount":"85.40","currency":"SEK","shipping_name":"Instabox","is_taxfree":false,"products":[{"product_id":"1020","title":"T-shirt 20","price":"199.00","qty":"1","variant":"10203","sku":"T-S-1020-L"},{"product_id":"1045","title":"Filt 45","price":"70.50","qty":"2","variant":null,"sku":"FIL-1045"}],"customer":{"email":"${shopData.emailOf(customer)}","phone":"+46701740605","customer_type":"consumer","company_name":"","full_name":"${name}","address":"Parkgatan 3","address2":"","city":"Munka-ljungby","zipcode":"266 93","country":"Sweden"},"paymethod":{"method":"swish","transaction_id":"TR45886${order}"}}`;
}

function createdOf(shop: Shop, order: number): string {
  const { date, time } = localTime(shopData.placedMs(shop, order), shopZone);
  return `${date.join('-')} ${time}`;
}

/** A page of GET /orders. */
export function orderList(shop: Shop, page: number, isDetailed: boolean): string {
  const bodyOf = isDetailed ? orderBody : orderHead;
  const rows = Array.from({ length: shopData.pageSize }, (_, index) => bodyOf(shop, shopData.orderNumber(page, index)));
  return `[${rows.join()}]`;
}

/** A customer as the subscription service shows it. */
function customerBody(customer: number): string {
  const first = shopData.firstNameOf(customer);
  const last = shopData.lastNameOf(customer);
  return `{"id":"${customer}","customerId":7${customer},"siteId":77,"email":"${shopData.emailOf(customer)}","firstName":"${first}","lastName":"${last}","phoneNumber":"+46701740605","company":null,"shippingFirstName":"${first}","shippingLastName":"${last}","shippingStreet1":"Parkgatan 3","shippingStreet2":null,"shippingCity":"Munka-ljungby","shippingState":"Skane","shippingPostcode":"266 93","shippingCountry":"SE","metadata":null,"createdUtc":"2024-08-17T18:58:38Z","updatedUtc":"2024-08-17T18:58:38Z"}`;
}

/** What a search for one e-mail finds. */
export function foundCustomer(customer: number): string {
  return `{"items":[${customerBody(customer)}],"totalCount":1,"totalPages":1}`;
}

/** The first page of all customers: the small business has one, the large one five hundred. */
export function customerList({ isSmall }: Shop): string {
  if (isSmall) {
    const rows = shopData.customersOfSmallShop();
    return `{"items":[${rows.map(customerBody).join()}],"totalCount":${rows.length},"totalPages":1}`;
  }
  const rows = Array.from({ length: 100 }, (_, index) => customerBody(90_000_000 + index));
  return `{"items":[${rows.join()}],"totalCount":50000,"totalPages":500}`;
}

/** The fields of a parcel, as getTrack and a row of getTracks have them. */
function parcelFields(shop: Shop, order: number): string {
  const sentMs = shopData.placedMs(shop, order) + dayMs;
  const events = shopData.parcelEvents.map(({ status, icon, words, place }, index) => {
    const { date, time } = localTime(sentMs + (3 - index) * dayMs, parcelZone);
    const [year, month, day] = date;
    return `"status":"${status}","statusDate":"${day}/${month}/${year} ${time}","icon":"https://cdn.qapla.it/img/status/${icon}.png","courierStatus":"${words}","courierPlace":"${place}","courierDate":"${day}-${month}-${year}"`;
  });
  const number = shopData.trackingNumberOf(order);
  const hash = hashes[order % hashes.length];
  return `${events[0]},"trackingUrl":"https://tracking.qapla.it/${hash}","trackingNumber":"${number}","reference":"${order}","courier":"BRT","courierInfo":"BRT","courierLogo":"https://cdn.qapla.it/cp/img/corrieri/32/BRT.png","courierTrackingUrl":"https://tracking.example.com/brt/${number}","tracking":[${events.map((event) => `{${event}}`).join()}]`;
}

/** GET getTrack/?reference=. */
export function trackBody(shop: Shop, order: number): string {
  return `{"getTrack":{"result":"OK","error":false,${parcelFields(shop, order)}}}`;
}

/** GET getTracks/?dateFrom=: the parcels of a page of orders; none where the business is asked for old ones. */
export function trackList(shop: Shop, page: number): string {
  const rows = shop.isSmall
    ? Array.from(
        { length: shopData.pageSize },
        (_, index) => `{${parcelFields(shop, shopData.orderNumber(page, index))}}`,
      )
    : [];
  return `{"getTracks":{"result":"OK","error":false,"count":${rows.length},"tracks":[${rows.join()}]}}`;
}

/** GET getOrders/: the shop sends the parcel service no orders. */
export const noImports = '{"getOrders":{"result":"OK","error":false,"count":0,"orders":[]}}';
export const token = '{"tokenBearerAuth":"bench-token"}';
