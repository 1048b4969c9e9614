/** Apollo Server as its tutorial starts it. Arguments: port, base address of the providers. */
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { createLoaders, type Loaders, resolvers, typeDefs } from './tutorial.js';

const [port = '0', base = ''] = process.argv.slice(2);
const server = new ApolloServer<Loaders>({ typeDefs, resolvers });
await startStandaloneServer(server, {
  context: async () => createLoaders(base),
  listen: { port: Number(port), host: '127.0.0.1' },
});
