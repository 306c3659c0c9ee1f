import { useEffect, useState } from 'react';
import type { Step } from '../../step/index.ts';
import { useActions, useWords } from '../contexts.ts';
import { Button } from '../screen/Screen.tsx';
import { useMethodList } from './useMethodList.ts';
import { useOffers } from './useOffers.ts';

interface AnotherWayProps {
  readonly step: Step;
}

/** The way back to the list from a step that the customer does not want or cannot take. */
export function AnotherWay(props: AnotherWayProps) {
  // What is offered depends on the browser, of which a server knows nothing.
  const [isLive, setLive] = useState(false);
  useEffect(() => setLive(true), []);
  return isLive ? <Others {...props} /> : null;
}

function Others({ step }: AnotherWayProps) {
  const { steps } = useActions();
  const { messages: m } = useWords();
  const { openMethods } = useMethodList();
  const offers = useOffers(steps.views?.warnOfOffers);
  const current = 'method' in step ? step.method : '';
  if (!offers.some(({ type }) => type !== current)) return null;
  return (
    <div className="ps-another">
      <Button quiet onClick={openMethods}>
        {m.pay.another}
      </Button>
    </div>
  );
}
