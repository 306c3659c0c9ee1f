import { methodName } from '../../locales/index.ts';
import type { AppStep } from '../../step/index.ts';
import { Button, Link, Screen } from '../parts.tsx';
import { useView } from '../view.ts';

/** A wallet app on the customer's phone. Only a tap opens an app, so nothing jumps by itself. */
export function AppView({ step }: { readonly step: AppStep }) {
  const { messages: m, wake } = useView();
  const name = methodName(step.method);
  const [first, ...others] = step.links;
  return (
    <Screen title={m.app.title(name)} text={m.app.text(name)}>
      <Link href={first} target="_top">
        {m.app.open(name)}
      </Link>
      {others.map((link) => (
        <Link key={link} href={link} target="_top" quiet>
          {link.startsWith('http') ? m.app.page : m.app.direct}
        </Link>
      ))}
      <Button quiet onClick={() => wake('tap')}>
        {m.iHavePaid}
      </Button>
    </Screen>
  );
}
