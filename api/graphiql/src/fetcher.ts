/** Sends GraphiQL's operations, with their placeholders filled, and lets the panel see what comes back. */
import { createGraphiQLFetcher, isAsyncIterable, type Fetcher, type FetcherParams } from '@graphiql/toolkit';
import { getOperationAST } from 'graphql';
import { ADDRESS } from './address';
import { fill, learn } from './placeholders';
import { follow } from './subscription';
import { begin, type Run } from './turn-log';

const overHttp = createGraphiQLFetcher({ url: ADDRESS.http, enableIncrementalDelivery: false });

export const fetcher: Fetcher = async (params, options) => {
  if (params.operationName === 'IntrospectionQuery') return overHttp(params, options);
  const ready: FetcherParams = { ...params, variables: fill(params.variables) };
  const run = begin(ready.variables);
  const operation = options?.documentAST && getOperationAST(options.documentAST, params.operationName);
  if (operation?.operation === 'subscription') {
    return watched(follow(ready, options?.headers), run);
  }
  const outcome = await overHttp(ready, options);
  if (!isAsyncIterable(outcome)) note(outcome, run);
  run.end();
  return outcome;
};

/** Not a generator function: a generator could not be stopped while it waits for the next result. */
function watched<Result>(results: AsyncIterator<Result>, run: Run): AsyncIterableIterator<Result> {
  return {
    async next() {
      try {
        const step = await results.next();
        if (step.done) run.end();
        else note(step.value, run);
        return step;
      } catch (error) {
        run.fail(error);
        run.end();
        throw error;
      }
    },
    async return() {
      run.end();
      return (await results.return?.()) ?? { done: true, value: undefined };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

function note(result: unknown, run: Run): void {
  learn((result as { data?: unknown }).data);
  run.add(result);
}
