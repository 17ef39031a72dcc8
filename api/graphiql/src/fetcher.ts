/** Sends operations to the page's own address: HTTP, and graphql-transport-ws for subscriptions. */
import { createGraphiQLFetcher, isAsyncIterable, type Fetcher, type FetcherParams } from '@graphiql/toolkit';
import { fill, learn } from './placeholders';
import { begin, type Run } from './turn-log';

const url = new URL(location.pathname, location.href);
const subscriptionUrl = new URL(url);
subscriptionUrl.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';

const send = createGraphiQLFetcher({
  url: url.href,
  subscriptionUrl: subscriptionUrl.href,
  enableIncrementalDelivery: false,
});

export const fetcher: Fetcher = async (params, options) => {
  if (params.operationName === 'IntrospectionQuery') return send(params, options);
  const ready: FetcherParams = { ...params, variables: fill(params.variables) };
  const run = begin(ready.variables);
  const outcome = await send(ready, options);
  if (isAsyncIterable(outcome)) return watched(outcome, run);
  note(outcome, run);
  run.end();
  return outcome;
};

async function* watched<Result>(results: AsyncIterable<Result>, run: Run): AsyncGenerator<Result> {
  try {
    for await (const result of results) {
      note(result, run);
      yield result;
    }
  } catch (error) {
    run.fail(error);
    throw error;
  } finally {
    run.end();
  }
}

function note(result: unknown, run: Run): void {
  learn((result as { data?: unknown }).data);
  run.add(result);
}
