import { problems } from '../errors/errors.ts';
import { bareName } from '../errors/suggestPath.ts';
import { list, type Reader } from '../request/readers.ts';
import { EVENT_TYPES } from '../world/eventTypes.ts';

const ALL = '*';

/** Every event of the objects whose events are sent (stripe 23.1.0, `WebhookEndpoints.d.ts`). */
const KNOWN: readonly string[] = [...EVENT_TYPES, 'payment_method.automatically_updated'];

/** `charge` of `charge.captured`, and `charge.refund` of `charge.refund.updated`. */
const objectOf = (name: string) => name.slice(0, name.lastIndexOf('.'));

/** The known events of the same object; none of an object that has no events here. */
const likeOf = (name: string) =>
  KNOWN.filter((each) => bareName(objectOf(each)) === bareName(objectOf(name)));

const FORM = /^[a-z0-9_]+(\.[a-z0-9_]+)+$/;

/** Events of other objects are accepted by their form, and never sent. */
const isAccepted = (name: string) =>
  name === ALL || KNOWN.includes(name) || (FORM.test(name) && likeOf(name).length === 0);

/**
 * `enabled_events`. A misspelt event of an object whose events are sent is an error, since nobody
 * would notice that it never comes. `charge.*` is one, too: Stripe knows only `*`.
 */
export const enabledEvents: Reader<readonly string[]> = (value, param) => {
  const names = list(value, param);
  if (names.length === 0) throw problems.wrongKind(param, 'at least one event type');
  names.forEach((name, at) => {
    if (isAccepted(name)) return;
    const like = likeOf(name);
    const choices = like.length > 0 ? like : [ALL, ...EVENT_TYPES];
    throw problems.notOneOf(`${param}[${at}]`, name, choices);
  });
  return names;
};
