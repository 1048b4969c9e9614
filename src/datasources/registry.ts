/** The providers of the graph. A sixth one is a folder beside these and a line here. */
export { influencersoft } from './influencersoft/index.js';
export { qapla } from './qapla/index.js';
export { qard } from './qard/index.js';
export { qpilot } from './qpilot/index.js';
export { quickbutik } from './quickbutik/index.js';
