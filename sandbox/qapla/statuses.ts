/** Qapla's own status number as it shows in the icon, optionally with a sub-state: `6` or `6-1`. */
export type StatusCode = '0' | '2' | '3' | '4' | '5' | '6' | '6-1' | '6-2' | '6-4' | '8' | '10' | '20' | '95' | '99';

/** Labels in sentence case as the document prints them; 3, 4, 6 and 20 are in seed 003, the others assumed. */
const LABELS: Record<StatusCode, { ita: string; eng: string }> = {
  '0': { ita: 'Attesa elaborazione', eng: 'Waiting for processing' },
  '2': { ita: 'Attesa ritiro', eng: 'Waiting for pickup' },
  '3': { ita: 'In transito', eng: 'In transit' },
  '4': { ita: 'In consegna', eng: 'Out for delivery' },
  '5': { ita: 'Tentativo di consegna fallito', eng: 'Failed delivery attempt' },
  '6': { ita: 'Eccezione', eng: 'Exception' },
  '6-1': { ita: 'Eccezione', eng: 'Exception' },
  '6-2': { ita: 'Eccezione', eng: 'Exception' },
  '6-4': { ita: 'Eccezione', eng: 'Exception' },
  '8': { ita: 'Ritardo', eng: 'Delay' },
  '10': { ita: 'Punto di ritiro', eng: 'Pickup point' },
  '20': { ita: 'Partito', eng: 'Departed' },
  '95': { ita: 'Rientrato', eng: 'Returned' },
  '99': { ita: 'Consegnato', eng: 'Delivered' },
};

/** Whether a text is one of the statuses. */
export function isStatusCode(text: string): text is StatusCode {
  return Object.hasOwn(LABELS, text);
}

/** The label of a status; any language but `eng` is Italian, which is the documented default. */
export function statusLabel(code: StatusCode, lang: string | null): string {
  return LABELS[code][lang === 'eng' ? 'eng' : 'ita'];
}

/** The only mark of a status that does not depend on the language: its picture. */
export function statusIcon(code: StatusCode): string {
  return `https://cdn.qapla.it/img/status/${code}.png`;
}
