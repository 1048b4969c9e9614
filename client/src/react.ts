export * from './generated/apollo-hooks.js';
