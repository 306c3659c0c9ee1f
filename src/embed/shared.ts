/**
 * What the script tag's second file takes from the first. The build points the second file's
 * imports of these modules here (`vite.config.ts`), so what a late view uses of them has to be
 * listed; the types cannot tell, the end-to-end tests do.
 */
export { useCallback, useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
export { Fragment, jsx, jsxs } from 'react/jsx-runtime';
export { FRAME, isReturnMessage, POPUP } from '../checkout/index.ts';
export { decimalsOf, formatMoney } from '../intent/index.ts';
export { appName, methodName } from '../locales/index.ts';
export { hasDeparted, rememberDeparture } from '../react/departure.ts';
export { Button, Check, Link, Mark, Screen, Spinner } from '../react/parts.tsx';
export { qrPath } from '../react/qrPath.ts';
export { useBeforeRedirect } from '../react/useBeforeRedirect.ts';
export { isFramed } from '../react/useDeparture.ts';
export { useView } from '../react/view.ts';
export { arrive } from './late.ts';
