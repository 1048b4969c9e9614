import type {
  ShopAddress,
  ShopBuyer,
  ShopOrderContent,
  ShopOrderLine,
  ShopStatusChange,
} from '../../domain/shop-writes.js';
import { productKeyBody } from './product-body.js';
import { amountNumber, numberWhenDigits, onlyGiven } from './write-values.js';

/** An order of POST /orders, or of PUT /orders with its id (seed document). Only what is given is sent. */
export function orderBody(orderId: string, content: ShopOrderContent): Record<string, unknown> {
  const { buyer, payment, shipping } = content;
  const discount = amountNumber(content.addDiscount);
  return onlyGiven({
    order_id: numberWhenDigits(orderId),
    customer: buyer && buyerBody(buyer),
    payment: payment && onlyGiven({ method: payment.method, transaction_id: payment.transactionId }),
    shipping:
      shipping &&
      onlyGiven({
        id: shipping.id === null ? null : numberWhenDigits(shipping.id),
        name: shipping.name,
        price: shipping.price,
      }),
    products: linesBody(content.products),
    products_add: linesBody(content.addProducts),
    products_remove: linesBody(content.removeProducts),
    discount_add: discount === null ? null : { amount: discount },
    discount_remove: content.removeDiscount ? true : null,
  });
}

/**
 * A step of PUT /orders (seed document). For a paid order without a mail the field table has `skip_email_confirmation` and the samples
 * have `email_confirmation: false`: both are sent. For a sent order the table has `email_confirmation` as a text.
 */
export function statusBody(change: ShopStatusChange): Record<string, unknown> {
  const { reference, status, shipping, sendEmail, sendWebhook, language } = change;
  const isPaid = status === 'PAID';
  return onlyGiven({
    order_id: numberWhenDigits(reference),
    status: status.toLowerCase(),
    shipping_info: shipping && onlyGiven({ trackingnumber: shipping.trackingNumber, company: shipping.company }),
    email_confirmation: isPaid ? (sendEmail === false ? false : null) : textFlag(sendEmail),
    skip_email_confirmation: isPaid && sendEmail === false ? 'true' : null,
    skip_webhook: isPaid && sendWebhook === false ? 'true' : null,
    language: isPaid ? language : null,
  });
}

function buyerBody({ type, email, phone, address, newsletterSubscribe, createLogin }: ShopBuyer) {
  return onlyGiven({
    type: type.toLowerCase(),
    email,
    phone_number: phone,
    shipping_details: address && addressBody(address),
    newsletter_subscribe: emptyFlag(newsletterSubscribe),
    login_create: emptyFlag(createLogin),
  });
}

/** The samples have a second line even where it is empty. */
function addressBody({ company, firstName, lastName, lines, city, postalCode, countryCode }: ShopAddress) {
  const [address, address2 = ''] = lines;
  return onlyGiven({
    company_name: company,
    firstname: firstName,
    lastname: lastName,
    address,
    address2: address === undefined ? null : address2,
    city,
    zipcode: postalCode,
    country: countryCode,
  });
}

/** The document has no quantity: a line is repeated for every piece (assumed). */
function linesBody(lines: readonly ShopOrderLine[] | null): Record<string, unknown>[] | null {
  if (lines === null) return null;
  return lines.flatMap(({ product, quantity }) => Array.from({ length: quantity }, () => productKeyBody(product)));
}

function textFlag(flag: boolean | null): 'true' | 'false' | null {
  return flag === null ? null : flag ? 'true' : 'false';
}

/** "true", or the empty text that the samples show for `login_create`: "false" is a text that PHP takes for true. */
function emptyFlag(flag: boolean | null): 'true' | '' | null {
  return flag === null ? null : flag ? 'true' : '';
}
