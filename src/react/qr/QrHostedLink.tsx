import type { QrStep } from '../../step/index.ts';
import { useWords } from '../contexts.ts';
import { Link } from '../screen/Screen.tsx';

/** Where there is neither a code nor a picture of it. */
export function QrHostedLink({ step }: { readonly step: QrStep }) {
  const { messages: m } = useWords();
  if (!step.hostedUrl)
    return (
      <p className="ps-text" part="text">
        {m.picture.unreadable}
      </p>
    );
  return (
    <Link href={step.hostedUrl} target="_blank">
      {m.picture.hosted}
    </Link>
  );
}
