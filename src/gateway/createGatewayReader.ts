import { intentIdOf, parseIntent } from '../intent/index.ts';
import { readAnswer } from './answer.ts';
import { callGateway } from './callGateway.ts';
import { baseUrlOf, checkedDialect } from './checkGatewayOptions.ts';
import type { GatewayOptions } from './gateway.ts';
import type { GatewayReader } from './gatewayReader.ts';
import { intentPath, send } from './send.ts';
import { warnUnreachable } from './warnUnreachable.ts';

/**
 * The half of a gateway that the script tag's first file has: it reads.
 * @throws {TypeError} on a misuse: an unknown gateway, or a key that is not a publishable one.
 */
export function createGatewayReader(options: GatewayOptions): GatewayReader {
  const dialect = checkedDialect(options);
  const { name, intentId = intentIdOf, parse = parseIntent } = dialect;
  const reader: GatewayReader = {
    name,
    baseUrl: baseUrlOf(dialect, options),
    publishableKey: options.publishableKey ?? '',
    dialect,
    options,
    intentId,
    parse(answer) {
      const intent = parse(answer);
      // A dialect's own function may leave the kind out.
      return { ...intent, kind: intent.kind ?? 'payment', gateway: name };
    },
    retrieve: (clientSecret, { signal, expand = false } = {}) =>
      callGateway(
        reader,
        clientSecret,
        (call, ended) =>
          warnUnreachable(reader, call.id, ended, async () => {
            if (options.retrieve) return options.retrieve(clientSecret, { signal: ended, expand });
            const request = dialect.retrieve({ ...call, expand });
            return readAnswer(await send(reader, intentPath(call.id), request, ended), Date.now());
          }),
        signal,
      ),
  };
  return reader;
}
