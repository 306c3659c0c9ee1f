import { intentIdOf, parseIntent } from '../intent/index.ts';
import { readAnswer } from './answer.ts';
import { callGateway } from './callGateway.ts';
import { baseUrlOf, checkedDialect } from './checkGatewayOptions.ts';
import type { GatewayOptions } from './gateway.ts';
import type { GatewayReader } from './gatewayReader.ts';
import { isParsed } from './intentJson.ts';
import { intentPath, send } from './send.ts';
import { warnUnreachable } from './warnUnreachable.ts';

/**
 * The half of a gateway that the script tag's first file has: it reads.
 * @throws {TypeError} on a misuse: an unknown gateway, or a key that is not a publishable one.
 */
export function createGatewayReader(options: GatewayOptions): GatewayReader {
  const dialect = checkedDialect(options);
  const { name } = dialect;
  // A dialect may be an object of a class.
  const intentId = dialect.intentId?.bind(dialect) ?? intentIdOf;
  const parse = dialect.parse?.bind(dialect);
  const reader: GatewayReader = {
    name,
    baseUrl: baseUrlOf(dialect, options),
    publishableKey: options.publishableKey ?? '',
    // An attribute without a value names none.
    account: options.account || undefined,
    dialect,
    options,
    intentId,
    parse(answer) {
      const json = parse ? parse(answer) : answer;
      // What a gateway sends is never taken for parsed, whatever it looks like.
      const intent = parse && isParsed(json) ? json : parseIntent(json);
      // A dialect's own function may leave the kind out.
      return { ...intent, kind: intent.kind ?? 'payment', gateway: name };
    },
    retrieve: (clientSecret, { signal, expand = false } = {}) =>
      callGateway(
        reader,
        clientSecret,
        (call, ended) =>
          warnUnreachable(reader, call, ended, async () => {
            const { account } = call;
            if (options.retrieve)
              return options.retrieve(clientSecret, { signal: ended, expand, account });
            const request = dialect.retrieve({ ...call, expand });
            const response = await send(reader, intentPath(call.id), request, ended);
            return readAnswer(response, Date.now(), dialect.parseError?.bind(dialect));
          }),
        signal,
      ),
  };
  return reader;
}
