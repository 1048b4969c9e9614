import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../package-root.js';

/** The operation the explorers open with, and variables that the sandbox answers. */
export const welcomeQuery = readFileSync(join(packageRoot, 'operations', 'customer-360.graphql'), 'utf8');
export const welcomeVariables = { by: { email: 'chris@example.com' }, first: 10 };
