import { federatedSdl } from '../src/federation/federated-schema.js';

// For composers that read files, and registries to which a subgraph is published.
process.stdout.write(federatedSdl());
