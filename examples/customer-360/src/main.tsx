import '@mantine/core/styles.css';
import './page.css';
import { ApolloProvider } from '@apollo/client/react';
import { MantineProvider } from '@mantine/core';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.js';
import { createApolloClient } from './graph/apollo-client.js';
import { LiveConnection } from './graph/live-connection.js';
import { LiveConnectionProvider } from './graph/live-context.js';
import { LanguageProvider } from './language/language-context.js';
import { Announcer } from './parts/announcer.js';
import { cssVariables, theme } from './theme.js';

const socketUrl = `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/graphql`;
const live = new LiveConnection(socketUrl, () => {
  void client.refetchQueries({ include: 'active' });
});
const client = createApolloClient(live);

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');

createRoot(root).render(
  <StrictMode>
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      <LanguageProvider>
        <Announcer>
          <ApolloProvider client={client}>
            <LiveConnectionProvider value={live}>
              <App />
            </LiveConnectionProvider>
          </ApolloProvider>
        </Announcer>
      </LanguageProvider>
    </MantineProvider>
  </StrictMode>,
);
