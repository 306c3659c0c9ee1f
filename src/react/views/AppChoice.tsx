import type { AppStep } from '../../step/index.ts';
import { useWords } from '../contexts.ts';
import { Link } from '../screen/Screen.tsx';

/** The UPI apps by their schemes, which `planners/code.ts` gives on iOS alone. */
const UPI_APPS: Readonly<Record<string, string>> = {
  tez: 'Google Pay',
  phonepe: 'PhonePe',
  paytmmp: 'Paytm',
};

const nameOf = (link: string): string | undefined => UPI_APPS[link.slice(0, link.indexOf(':'))];

/** Whether the links open different apps rather than one in different ways. */
export const isChoice = ({ links }: AppStep) => links.some(nameOf);

const namedFirst = (links: readonly string[]) => [
  ...links.filter(nameOf),
  ...links.filter((link) => !nameOf(link)),
];

/** One of several apps, of which no page can know which are there. */
export function AppChoice({ step, onTap }: { readonly step: AppStep; onTap: () => void }) {
  const { messages: m } = useWords();
  return (
    <div className="ps-help ps-apps">
      <p className="ps-strong">{m.app.choose}</p>
      {namedFirst(step.links).map((link) => (
        <Link key={link} href={link} target="_top" quiet onClick={onTap}>
          <bdi>{nameOf(link) ?? (/^https?:/.test(link) ? m.app.page : m.app.other)}</bdi>
        </Link>
      ))}
    </div>
  );
}
